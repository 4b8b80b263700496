import type { Instant } from '#audit-cycle';
import type { AuditPlace } from '../audit-place.js';
import { areasOf, endsWithin, unknownFilter, type CaseFilters, type UnknownFilter } from '../case-filters.js';
import type { CycleSummary } from '../cycle-summary.js';
import type { Look } from '../view-reader.js';
import type { ExternalCase } from './figure.js';
import type { ReviewedCase, RoundRow } from './round-row.js';
import { sampledAudits, sampledCycles } from './rows.js';

/** Of the cases that a round drew. It draws from cycles of every kind at once, so that without a kind all of them are in it. */
export type ReliabilityFilters = CaseFilters;

/** The cycles whose cases the filters let in, the earliest first. */
export async function cyclesOfRounds(
  look: Look,
  { cycle, kind, area, ...time }: ReliabilityFilters,
  asOf: Instant | undefined,
): Promise<{ readonly cycles: readonly CycleSummary[] } | { readonly unknown: UnknownFilter }> {
  const where = { id: cycle, kind };
  const ofKind = await look.rows(sampledCycles, { where, asOf, order: { by: 'periodTo' } });
  const cycles = ofKind.filter((one) => endsWithin(one, time));
  const unknown = unknownFilter(cycles, { cycle, area });
  return unknown === null ? { cycles } : { unknown };
}

/** The cases of a round that the filters let in, of these cycles. */
export async function casesOfRound(
  look: Look,
  { cases }: RoundRow,
  cycles: readonly CycleSummary[],
  {
    team,
    cohort,
    area,
    asOf,
  }: Pick<ReliabilityFilters, 'team' | 'cohort' | 'area'> & {
    readonly asOf?: Instant | undefined;
  },
): Promise<readonly ExternalCase[]> {
  const where = { id: { in: Object.keys(cases) }, cycle: { in: cycles.map(({ id }) => id) }, team, cohort };
  const audits = await look.rows(sampledAudits, { where, asOf });
  const areaOf = areasOf(cycles);
  return audits
    .filter((audit) => area === undefined || areaOf(audit) === area)
    .flatMap((audit) => externalCase(audit, cases[audit.id]));
}

/** What was judged apart from the grade stays apart until both grades are there. */
function externalCase(
  { id, ...audit }: AuditPlace,
  reviewed: ReviewedCase | undefined,
): readonly ExternalCase[] {
  if (reviewed === undefined) return [];
  const { stage, ours, theirs, quality, aspects } = reviewed;
  const judged = stage === 'compared' ? { quality, aspects } : { quality: null, aspects: [] };
  return [{ audit: id, ...audit, stage, ours, theirs, ...judged }];
}
