import {
  teamKey,
  type Cohort,
  type CycleId,
  type CycleKind,
  type Instant,
  type IsoDate,
  type TeamName,
} from '#audit-cycle';
import type { CycleSummary } from './cycle-summary.js';
import type { Look } from './view-reader.js';
import type { TableFold } from './view.js';

/** Which cases a figure is asked for. What is not named is not asked about. */
export interface CaseFilters {
  /** One cycle; without it, all of a kind in a time. */
  readonly cycle?: CycleId | undefined;
  /** Cycles of one kind alone are added up, as their samples are drawn for different ends; core unless a cycle is named. */
  readonly kind?: CycleKind | undefined;
  /** Cycles whose period ends on this day or later. */
  readonly from?: IsoDate | undefined;
  /** Cycles whose period ends on this day or before. */
  readonly to?: IsoDate | undefined;
  readonly cohort?: Cohort | undefined;
  readonly team?: TeamName | undefined;
  /** Code of an area, as the policy of the cycle has it. */
  readonly area?: string | undefined;
}

/** Why a figure cannot be asked for like that. */
export type UnknownFilter = 'cycle' | 'area' | 'section' | 'lineOfEnquiry' | 'round';

/** The cycles that were asked for, the earliest first. */
export async function cyclesAskedFor(
  look: Look,
  table: TableFold<CycleSummary>,
  { cycle, kind, ...time }: CaseFilters,
  asOf: Instant | undefined,
): Promise<readonly CycleSummary[]> {
  const where = cycle === undefined ? { kind: kind ?? 'core' } : { id: cycle, kind };
  const cycles = await look.rows(table, { where, asOf, order: { by: 'periodTo' } });
  return cycles.filter((one) => endsWithin(one, time));
}

/** Whether the period of a cycle ends in the time that is asked for, its first and last day included. */
export const endsWithin = (
  { periodTo }: Pick<CycleSummary, 'periodTo'>,
  { from = periodTo, to = periodTo }: Pick<CaseFilters, 'from' | 'to'>,
): boolean => from <= periodTo && periodTo <= to;

/** What of a case the filters look at. */
export interface Filtered {
  readonly cycle: CycleId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
}

/** Reads the cases of the cycles that the filters let in. A case counts in the area that had its team when its cycle was planned. */
export async function casesAskedFor<Case extends Filtered>(
  look: Look,
  table: TableFold<Case>,
  cycles: readonly CycleSummary[],
  { cohort, team, area }: CaseFilters,
  asOf: Instant | undefined,
): Promise<readonly Case[]> {
  if (cycles.length === 0) return [];
  const where: Selection = { cycle: { in: cycles.map(({ id }) => id) }, cohort, team };
  const cases = (await look.rows<Filtered>(table, { where, asOf })) as readonly Case[];
  const areaOf = areasOf(cycles);
  return cases.filter((one) => area === undefined || areaOf(one) === area);
}

interface Selection {
  readonly cycle: { readonly in: readonly CycleId[] };
  readonly cohort: Cohort | undefined;
  readonly team: TeamName | undefined;
}

/** The area of a case; null where its team is in none. */
export function areasOf(
  cycles: readonly CycleSummary[],
): (one: Pick<Filtered, 'cycle' | 'team'>) => string | null {
  const byCycle = new Map(
    cycles.map(({ id, areas }) => [
      id,
      new Map(areas.flatMap(({ code, teams }) => teams.map((team) => [teamKey(team), code] as const))),
    ]),
  );
  return ({ cycle, team }) => (team === null ? null : (byCycle.get(cycle)?.get(teamKey(team)) ?? null));
}

/** Something that was named and is not there; null when all is. */
export function unknownFilter(
  cycles: readonly CycleSummary[],
  { cycle, area }: CaseFilters,
): UnknownFilter | null {
  if (cycle !== undefined && cycles.length === 0) return 'cycle';
  if (area !== undefined && !cycles.some(({ areas }) => areas.some(({ code }) => code === area)))
    return 'area';
  return null;
}
