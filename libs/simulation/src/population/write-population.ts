import {
  generateAnnexA,
  writeWorkbook,
  type SyntheticCell,
  type SyntheticTeam,
  type SyntheticWorkbook,
} from '#annex-a';
import type { IsoDate, PersonId, PopulationOf } from '#audit-cycle';
import type { Directory } from '../people/directory.js';
import type { PopulationSize } from './population-size.js';

export interface PopulationRequest {
  readonly seed: number;
  /** What the lists are about. */
  readonly of: PopulationOf;
  readonly asAt: IsoDate;
  readonly size: PopulationSize;
  /** Which of the populations of this seed: from one to the next, some children leave and as many come. */
  readonly turn: number;
  /** How many turns there will be. */
  readonly turns: number;
}

export interface WrittenPopulation {
  /** An Excel workbook with the lists that such a population is made from. */
  readonly bytes: Uint8Array;
  readonly workers: ReadonlyMap<string, PersonId>;
}

/** The lists of Annex A that each population is made from. */
const LISTS: Readonly<Record<PopulationOf, readonly number[]>> = {
  'open-cases': [6, 7, 8, 9],
  closures: [6, 7, 8],
  contacts: [1],
  'early-help': [2],
  referrals: [3],
  assessments: [4],
  enquiries: [5],
};

/** Of every hundred children, so many come and go from one population to the next. */
const TURNOVER_PERCENT = 3;
const CHILD = 'Child Unique ID';

/**
 * Writes the lists as the case system would on that day, with the workers who carry them by then. The same seed means the
 * same children from turn to turn, but for those who left or came.
 */
export async function writePopulation(
  directory: Directory,
  { seed, of, asAt, size, turn, turns }: PopulationRequest,
): Promise<WrittenPopulation> {
  const workers = new Map<string, PersonId>();
  const workbook = generateAnnexA({
    seed,
    asAt,
    cohorts: everybodyEver(size, turns),
    teams: teamsOn(directory, asAt, workers),
    quirks: ['closed-cases', 'odd-ages'],
  });
  const away = notThere(workbook, size, turn);
  const sheets = workbook.sheets
    .filter(({ list }) => list !== null && LISTS[of].includes(list))
    .map((sheet) => without(away, sheet));
  return { bytes: await writeWorkbook({ sheets }), workers };
}

function teamsOn(
  directory: Directory,
  on: IsoDate,
  workers: Map<string, PersonId>,
): readonly SyntheticTeam[] {
  const teams = new Map<string, { name: string; cohorts: SyntheticTeam['cohorts']; workers: string[] }>();
  for (const { team, carriers } of directory.caseloads) {
    const { person } = carriers.findLast(({ from }) => from <= on) ?? carriers[0]!;
    const { name } = directory.person(person);
    workers.set(name, person);
    const entry = teams.get(team.name) ?? { name: team.name, cohorts: team.cohorts, workers: [] };
    entry.workers.push(name);
    teams.set(team.name, entry);
  }
  return [...teams.values()].map(({ name, cohorts, workers: own }) => ({
    name,
    workers: own,
    ...(cohorts === undefined ? {} : { cohorts }),
  }));
}

const turnover = (count: number): number => Math.ceil((count * TURNOVER_PERCENT) / 100);

function everybodyEver(size: PopulationSize, turns: number): PopulationSize {
  const ever = (count: number): number => count + turnover(count) * (turns - 1);
  return {
    childInNeed: ever(size.childInNeed),
    childProtection: ever(size.childProtection),
    inCare: ever(size.inCare),
    careExperienced: ever(size.careExperienced),
  };
}

/** Of each cohort, those who have left by this turn and those who have not come yet. Ids say nothing, so their order is chance. */
function notThere({ expected }: SyntheticWorkbook, size: PopulationSize, turn: number): ReadonlySet<string> {
  const counts: Readonly<Record<string, number>> = {
    'child-in-need': size.childInNeed,
    'child-protection': size.childProtection,
    'in-care': size.inCare,
    'care-experienced': size.careExperienced,
  };
  return new Set(
    Object.entries(counts).flatMap(([cohort, count]) => {
      const ids = expected.children.filter((child) => child.cohort === cohort).map(({ child }) => child);
      const left = turn * turnover(count);
      return [...ids.slice(0, left), ...ids.slice(left + count)];
    }),
  );
}

function without(
  children: ReadonlySet<string>,
  { name, list, rows }: SyntheticWorkbook['sheets'][number],
): SyntheticWorkbook['sheets'][number] {
  const column = rows[0]?.indexOf(CHILD) ?? -1;
  return { name, list, rows: rows.filter((row) => !isOneOf(children, row[column])) };
}

const isOneOf = (children: ReadonlySet<string>, cell: SyntheticCell | undefined): boolean =>
  typeof cell === 'string' && children.has(cell);
