import { columns } from './template.js';

/**
 * Headings that older exports and the template's own code sheet use for the same column. Anything else that is not in
 * the template is shown to a person, who decides; it is never guessed.
 */
const aliases: Readonly<Record<string, string>> = {
  Age: 'Age of Child (Years)',
  'Section 47 Enquiry Start Date': 'Strategy discussion initiating Section 47 Enquiry Start Date',
  'Initial Child Protection Conference Not Required':
    'Was an Initial Child Protection Conference deemed unnecessary?',
  'Was the child assessed as being in need at assessment?':
    "Was the child assessed as requiring LA children's social care support?",
  'Is this a second or subsequent episode of being a Looked After Child within the last 12 months (Y/N)':
    'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
};

/** Letters and digits only, so that case, spaces, quotes of any shape, brackets and a missing (Y/N) make no difference. */
export function headingKey(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['\u2018\u2019\u201b`\u00b4]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/ y n$/, '');
}

const known = new Map<string, string>();
for (const column of columns) known.set(headingKey(column.heading), column.heading);
for (const [alias, heading] of Object.entries(aliases)) known.set(headingKey(alias), heading);

/** The heading of the template that the written one stands for, or null. */
export function knownHeading(written: string): string | null {
  return known.get(headingKey(written)) ?? null;
}
