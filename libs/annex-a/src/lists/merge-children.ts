import { cohorts, type Cohort } from '../cohort.js';
import { type PopulationEntry } from '../population.js';
import { childLists } from './child-lists.js';
import type { OpenRow } from './read-child-list.js';
import type { ReportLines } from './report-lines.js';

export interface MergedChildren {
  readonly children: readonly PopulationEntry[];
  /** How many used rows of each list are about a child who is in the population by another row. */
  readonly rowsMerged: ReadonlyMap<number, number>;
}

/**
 * Makes one child of all open rows about the same child id. The cohort is the first of: in care, on a child protection
 * plan, care experienced, child in need, open assessment. The row that decides it also gives the team and the worker; what it
 * leaves blank comes from the child's other open rows. The cohort's own list decides before list 6, and an earlier row before a later.
 */
export function mergeChildren(
  rows: readonly OpenRow[],
  listsRead: ReadonlySet<number>,
  lines: ReportLines,
): MergedChildren {
  const rowsMerged = new Map<number, number>();
  const children: PopulationEntry[] = [];
  for (const [child, own] of Map.groupBy(rows, ({ subject }) => subject.child)) {
    const [deciding, ...others] = own.toSorted((a, b) => rank(a) - rank(b));
    if (!deciding) continue;
    for (const { subject } of others) rowsMerged.set(subject.list, (rowsMerged.get(subject.list) ?? 0) + 1);
    const team = deciding.team ?? firstOf(others, ({ team }) => team);
    const workerAsWritten = deciding.worker ?? firstOf(others, ({ worker }) => worker);
    children.push({ child, cohort: deciding.cohort, team, workerAsWritten });
    const ownList = listOf(deciding.cohort);
    if (deciding.subject.list === 6 && ownList !== null && listsRead.has(ownList)) {
      lines.warn('status-without-list', deciding.subject);
    }
    if (team === null) lines.warn('team-missing', deciding.subject);
    if (workerAsWritten === null) lines.warn('worker-missing', deciding.subject);
  }
  children.sort((a, b) => (a.child < b.child ? -1 : 1));
  return { children, rowsMerged };
}

function rank({ cohort, subject }: OpenRow): number {
  return cohorts.indexOf(cohort) * 2 + (subject.list === 6 ? 1 : 0);
}

function listOf(cohort: Cohort): number | null {
  return [...childLists].find(([, list]) => list.cohort === cohort)?.[0] ?? null;
}

function firstOf(rows: readonly OpenRow[], value: (row: OpenRow) => string | null): string | null {
  return rows.map(value).find((text) => text !== null) ?? null;
}
