import type { Instant, ReviewRoundId } from '#audit-cycle';
import type { UnknownFilter } from '../case-filters.js';
import { MISSING_COMPARISON, type ExternalCase } from '../external-reliability/figure.js';
import { casesOfRound, sampledAudits, type ReliabilityFilters } from '../external-reliability/query.js';
import { roundRows, type RoundRow } from '../external-reliability/round-row.js';
import type { Look } from '../view-reader.js';
import type { CaseElsewhere } from './case-elsewhere.js';

export interface ExternalGradesFilters extends ReliabilityFilters {
  /** Rounds are never added up: the latest one unless named. */
  readonly round?: ReviewRoundId | undefined;
}

/** What grades from outside are of. */
export interface ExternalSource {
  readonly view: 'external-reliability';
  /** Null while there is no round. */
  readonly round: Pick<RoundRow, 'id' | 'status' | 'halfYearFrom' | 'halfYearTo' | 'replaces'> | null;
}

/** The cases of one review round. A grade from outside is not in them before it stands beside ours. */
export async function externalGrades(
  look: Look,
  filters: ExternalGradesFilters,
  asOf: Instant | undefined,
): Promise<
  | { readonly source: ExternalSource; readonly cases: readonly CaseElsewhere[] }
  | { readonly unknown: UnknownFilter }
> {
  const { cycle } = filters;
  if (
    cycle !== undefined &&
    (await look.rows(sampledAudits, { where: { cycle }, asOf, limit: 1 })).length === 0
  )
    return { unknown: 'cycle' };
  const rounds = await look.rows(roundRows, { asOf, order: { by: 'halfYearTo', descending: true } });
  const round =
    filters.round === undefined ? latestOf(rounds) : rounds.find(({ id }) => id === filters.round);
  if (round === undefined)
    return filters.round === undefined
      ? { source: { view: 'external-reliability', round: null }, cases: [] }
      : { unknown: 'round' };
  const { id, status, halfYearFrom, halfYearTo, replaces } = round;
  const cases = await casesOfRound(look, round, { cycle, cohort: filters.cohort, team: filters.team, asOf });
  return {
    source: { view: 'external-reliability', round: { id, status, halfYearFrom, halfYearTo, replaces } },
    cases: cases.map((one) => caseElsewhere(one, status === 'concluded')),
  };
}

/** One that another stands in for is not the latest. */
const latestOf = (rounds: readonly RoundRow[]): RoundRow | undefined =>
  rounds.find(({ id }) => !rounds.some(({ replaces }) => replaces === id));

function caseElsewhere(
  { audit, cycle, child, cohort, team, stage, theirs }: ExternalCase,
  concluded: boolean,
): CaseElsewhere {
  const grade = stage === 'compared' ? theirs : null;
  return {
    ...{ id: audit, audit, cycle, child, cohort, team, area: null },
    outcome: grade ?? (concluded ? 'no-grade-recorded' : 'in-progress'),
    missing: MISSING_COMPARISON[stage],
  };
}
