import { columns, codesOf } from '../template/template.js';
import type { SeededRandom } from './seeded-random.js';
import type { SyntheticSheet } from './synthetic-workbook.js';

/** The sheets that come before the lists in the template. */
export function frontSheets(): SyntheticSheet[] {
  const categories = [
    ...new Set(columns.filter(({ type }) => type === 'category').map(({ heading }) => heading)),
  ];
  return [
    {
      list: null,
      name: 'Front_Sheet',
      rows: [['Synthetic child-level data'], ['Nobody in this workbook exists']],
    },
    { list: null, name: 'Guidance', rows: [['How to fill in the lists'], ['One row for each child']] },
    {
      list: null,
      name: 'Codes',
      rows: categories.flatMap((heading) => codesOf(heading).map((code) => [heading, code])),
    },
  ];
}

/** Annex A of the inspection of special educational needs: other lists under the same sheet names. */
export function sendSheets(random: SeededRandom): SyntheticSheet[] {
  const headings = [
    'Child Unique ID',
    'UPN',
    'ULN',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'EHC plan',
  ];
  const learner = (): string[] => [
    String(random.below(1_000_000)),
    `Z${random.below(1e9)}`,
    String(random.below(1e9)),
    'a) Male',
    'a) WBRI',
    '2012-05-01',
    '11',
    'Yes',
  ];
  return [1, 2].map((list) => ({
    list: null,
    name: `List_${list}`,
    rows: [headings, ...Array.from({ length: 10 }, learner)],
  }));
}
