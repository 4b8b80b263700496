import type { SeededRandom } from './seeded-random.js';

const olderWordings: Readonly<Record<string, string>> = {
  'Age of Child (Years)': 'Age',
  'Strategy discussion initiating Section 47 Enquiry Start Date': 'Section 47 Enquiry Start Date',
  'Was an Initial Child Protection Conference deemed unnecessary?':
    'Initial Child Protection Conference Not Required',
};

/** A heading as it looks after years of copying: other case, spaces, curly quotes, a bracket too many, an older wording. */
export function worn(heading: string, random: SeededRandom): string {
  const wears: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => `  ${text.toLowerCase()}\u00a0 `,
    (text) => text.replaceAll("'", '\u2019'),
    (text) => text.replace('(Y/N)', '(Y/N))'),
    (text) => olderWordings[text] ?? text,
  ];
  return random.pick(wears)(heading);
}
