import type { CharacteristicsList } from '#audit-cycle';
import { firstKnown } from '../characteristics/read-characteristics.js';
import { cohorts, type Cohort } from '../cohort.js';
import { type PopulationEntry } from '../population.js';
import { columnsOf } from '../template/template.js';
import { listsOf } from './child-lists.js';
import type { UsedRow } from './read-child-list.js';
import type { ReportLines } from './report-lines.js';

export interface MergedChildren {
  readonly children: readonly PopulationEntry[];
  /** The same children in the same order. */
  readonly characteristics: CharacteristicsList['children'];
  /** How many used rows of each list are about a child who is in the population by another row. */
  readonly rowsMerged: ReadonlyMap<number, number>;
}

/**
 * Makes one child of all used rows about the same child id. The cohort is the first of: in care, on a child protection
 * plan, care experienced, child in need, open assessment. The row that decides it also gives the team and the worker; what it
 * leaves blank comes from the child's other rows, as do characteristics that it does not know. The cohort's own list decides before list 6, and an earlier row before a later;
 * among events the last one decides.
 */
export function mergeChildren(
  rows: readonly UsedRow[],
  listsRead: ReadonlySet<number>,
  lines: ReportLines,
): MergedChildren {
  const rowsMerged = new Map<number, number>();
  const children: PopulationEntry[] = [];
  const characteristics: CharacteristicsList['children'][number][] = [];
  for (const [child, own] of Map.groupBy(rows, ({ subject }) => subject.child)) {
    const [deciding, ...others] = own.toSorted((a, b) => rank(a) - rank(b) || latestFirst(a, b));
    if (!deciding) continue;
    for (const { subject } of others) rowsMerged.set(subject.list, (rowsMerged.get(subject.list) ?? 0) + 1);
    const team = deciding.team ?? firstOf(others, ({ team }) => team);
    const workerAsWritten = deciding.worker ?? firstOf(others, ({ worker }) => worker);
    children.push({ child, cohort: deciding.cohort, team, workerAsWritten });
    const told = others.map((row) => row.characteristics);
    characteristics.push({ child, ...firstKnown([deciding.characteristics, ...told]) });
    const ownList = listOf(deciding.cohort);
    if (deciding.subject.list === 6 && ownList !== null && listsRead.has(ownList)) {
      lines.warn('status-without-list', deciding.subject);
    }
    const { list } = deciding.subject;
    if (team === null && hasColumn(list, 'Allocated Team')) lines.warn('team-missing', deciding.subject);
    if (workerAsWritten === null && hasColumn(list, 'Allocated Worker', 'Allocated Personal Advisor')) {
      lines.warn('worker-missing', deciding.subject);
    }
  }
  children.sort(byChild);
  characteristics.sort(byChild);
  return { children, characteristics, rowsMerged };
}

const byChild = (a: { readonly child: string }, b: { readonly child: string }): number =>
  a.child < b.child ? -1 : 1;

function rank({ cohort, subject }: UsedRow): number {
  return cohorts.indexOf(cohort) * 2 + (subject.list === 6 ? 1 : 0);
}

/** Of several events of one kind, the last one is what is looked at. */
function latestFirst({ on: a }: UsedRow, { on: b }: UsedRow): number {
  return a === b ? 0 : (a ?? '') > (b ?? '') ? -1 : 1;
}

/** Lists of contacts and of early help name nobody: there is nothing missing in a row of theirs. */
function hasColumn(list: number, ...headings: readonly string[]): boolean {
  return columnsOf(list).some(({ heading }) => headings.includes(heading));
}

function listOf(cohort: Cohort): number | null {
  return [...listsOf['open-cases']].find(([, list]) => list.cohort === cohort)?.[0] ?? null;
}

function firstOf(rows: readonly UsedRow[], value: (row: UsedRow) => string | null): string | null {
  return rows.map(value).find((text) => text !== null) ?? null;
}
