import { isIsoDate } from '#spreadsheet';
import type { OpenCohort } from '../cohort.js';
import type { PopulationEntry } from '../population.js';
import { columnsOf } from '../template/template.js';
import { draftLists, type Draft, type DraftList } from './draft.js';
import { RowWriter } from './list-rows.js';
import { applyQuirk } from './apply-quirk.js';
import { SeededRandom } from './seeded-random.js';
import { frontSheets, sendSheets } from './other-sheets.js';
import { ChildMaker, type SyntheticChild, type SyntheticTeam } from './synthetic-child.js';
import { quirks as allQuirks, type Quirk, type SyntheticWorkbook } from './synthetic-workbook.js';

export interface SyntheticRequest {
  readonly seed: number;
  /** ISO date. */
  readonly asAt: string;
  /** How many children of each kind. */
  readonly cohorts: {
    readonly childInNeed: number;
    readonly childProtection: number;
    readonly inCare: number;
    readonly careExperienced: number;
    readonly assessment?: number;
    readonly closed?: number;
  };
  /** At least one, each with at least one worker. */
  readonly teams: readonly SyntheticTeam[];
  readonly quirks?: readonly Quirk[];
  /** List 9 has 13 columns in the template of 2019, and 17 in what is in use since. */
  readonly template?: '2019' | 'current';
}

/**
 * Makes the lists of an authority that does not exist. The same request makes the same contents. List 6 holds the children of lists
 * 7 and 8 as in reality, and closed cases; `expected` is what an honest reader must find.
 */
export function generateAnnexA(request: SyntheticRequest): SyntheticWorkbook {
  if (!isIsoDate(request.asAt)) throw new RangeError('asAt must be YYYY-MM-DD.');
  const random = new SeededRandom(request.seed);
  const asAt = new Date(`${request.asAt}T00:00:00Z`);
  const quirks = allQuirks.filter((quirk) => request.quirks?.includes(quirk));
  if (quirks.includes('send-workbook'))
    return { sheets: sendSheets(random), expected: { children: [], closed: [] } };
  const maker = new ChildMaker(random, asAt, request.teams);
  const children = shuffled(makeChildren(request, quirks, maker, random), random);
  const writer = new RowWriter(random, asAt, maker);
  const lists = draftLists(children, request.template ?? 'current', writer, random);
  const draft: Draft = { lists, children, writer, maker, random, asAt };
  for (const quirk of order(quirks)) applyQuirk[quirk](draft);
  return {
    sheets: [...(quirks.includes('title-rows') ? frontSheets() : []), ...lists.map(toSheet)],
    expected: expectedOf(children),
  };
}

function makeChildren(
  { cohorts }: SyntheticRequest,
  quirks: readonly Quirk[],
  maker: ChildMaker,
  random: SeededRandom,
): SyntheticChild[] {
  const { childInNeed, childProtection, inCare, careExperienced, assessment = 0 } = cohorts;
  const open: readonly (readonly [OpenCohort, number])[] = [
    ['child-in-need', childInNeed],
    ['child-protection', childProtection],
    ['in-care', inCare],
    ['care-experienced', careExperienced],
    ['assessment', assessment],
  ];
  const children = open.flatMap(([cohort, count]) =>
    Array.from({ length: count }, () => maker.make(cohort, false)),
  );
  const closed = cohorts.closed ?? (quirks.includes('closed-cases') ? Math.ceil(children.length / 10) : 0);
  const former = (): OpenCohort =>
    random.pick(['child-in-need', 'child-in-need', 'child-protection', 'in-care']);
  return [...children, ...Array.from({ length: closed }, () => maker.make(former(), true))];
}

/** Quirks of the rows come before those of single cells; rows are repeated once they are as they will be written. */
function order(quirks: readonly Quirk[]): readonly Exclude<Quirk, 'send-workbook'>[] {
  const sequence = [
    'odd-ages',
    'closed-cases',
    'combined-status',
    'earlier-workers',
    'local-codes',
    'code-letters',
    'mixed-dates',
    'child-id-types',
    'formulas',
    'debris',
    'repeated-children',
    'worn-headings',
    'mixed-sheet-names',
    'title-rows',
  ] as const;
  return sequence.filter((quirk) => quirks.includes(quirk));
}

function toSheet({ list, name, title, headings, rows }: DraftList): SyntheticWorkbook['sheets'][number] {
  const above = title ? [[`List ${list}: ${columnsOf(list)[0]?.title ?? ''}`]] : [];
  const below = rows.map((row) => headings.map(({ known }) => row.get(known) ?? null));
  return { list, name, rows: [...above, headings.map(({ written }) => written), ...below] };
}

function expectedOf(children: readonly SyntheticChild[]): SyntheticWorkbook['expected'] {
  const entry = ({ id, cohort, team, worker }: SyntheticChild): PopulationEntry => ({
    child: id,
    cohort,
    team,
    workerAsWritten: worker,
  });
  return {
    children: children
      .filter(({ ended }) => ended === null)
      .map(entry)
      .sort((a, b) => (a.child < b.child ? -1 : 1)),
    closed: children
      .filter(({ ended }) => ended !== null)
      .map(({ id }) => id)
      .sort(),
  };
}

function shuffled<T>(values: readonly T[], random: SeededRandom): T[] {
  return values
    .map((value) => ({ value, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
