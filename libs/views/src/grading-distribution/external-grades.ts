import type { Instant, ReviewRoundId } from '#audit-cycle';
import { areasOf, type UnknownFilter } from '../case-filters.js';
import type { CycleSummary } from '../cycle-summary.js';
import {
  casesOfRound,
  cyclesOfRounds,
  type ReliabilityFilters,
} from '../external-reliability/cases-of-round.js';
import { MISSING_COMPARISON, type ExternalCase } from '../external-reliability/figure.js';
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
  | {
      readonly source: ExternalSource;
      readonly cycles: readonly CycleSummary[];
      readonly cases: readonly CaseElsewhere[];
    }
  | { readonly unknown: UnknownFilter }
> {
  const asked = await cyclesOfRounds(look, filters, asOf);
  if ('unknown' in asked) return asked;
  const rounds = await look.rows(roundRows, { asOf, order: { by: 'halfYearTo', descending: true } });
  const round =
    filters.round === undefined ? latestOf(rounds) : rounds.find(({ id }) => id === filters.round);
  if (round === undefined)
    return filters.round === undefined
      ? { source: { view: 'external-reliability', round: null }, cycles: [], cases: [] }
      : { unknown: 'round' };
  const { id, status, halfYearFrom, halfYearTo, replaces } = round;
  const cases = await casesOfRound(look, round, asked.cycles, { ...filters, asOf });
  const areaOf = areasOf(asked.cycles);
  return {
    source: { view: 'external-reliability', round: { id, status, halfYearFrom, halfYearTo, replaces } },
    cycles: asked.cycles.filter((cycle) => cases.some((one) => one.cycle === cycle.id)),
    cases: cases.map((one) => ({ ...caseElsewhere(one, status === 'concluded'), area: areaOf(one) })),
  };
}

/** One that another stands in for is not the latest. */
const latestOf = (rounds: readonly RoundRow[]): RoundRow | undefined =>
  rounds.find(({ id }) => !rounds.some(({ replaces }) => replaces === id));

function caseElsewhere(
  { audit, cycle, child, cohort, team, stage, theirs }: ExternalCase,
  concluded: boolean,
): Omit<CaseElsewhere, 'area'> {
  const grade = stage === 'compared' ? theirs : null;
  return {
    ...{ id: audit, audit, cycle, child, cohort, team },
    outcome: grade ?? (concluded ? 'no-grade-recorded' : 'in-progress'),
    missing: MISSING_COMPARISON[stage],
  };
}
