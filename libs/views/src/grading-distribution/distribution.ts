import { boundsWithMissing, largestRemainderPercentages, wilsonInterval } from '#assurance-statistics';
import { GRADES, type Grade } from '#audit-cycle';
import { oneDecimal } from '../share.js';

/** `auditor`: the first grade that the auditor submitted. `final`: the grade of finalised audits. */
export const GRADE_STAGES = ['auditor', 'final'] as const;
export type GradeStage = (typeof GRADE_STAGES)[number];

/** What became of one audit (or of one section of it) at a stage. */
export type Outcome = Grade | 'in-progress' | 'not-applicable' | 'no-grade-recorded';

export interface DistributionRow {
  readonly grade: Outcome;
  readonly n: number;
  /** Whole numbers that add up to 100 over all rows; null when there is no case at all. */
  readonly percentOfAll: number | null;
  /** Whole numbers that add up to 100 over the four grades; null where there is no grade, or nothing was graded. */
  readonly percentOfGraded: number | null;
  /** Why a percentage that belongs here is null. */
  readonly reason?: 'n=0';
}

/** A grading distribution that adds up: `total`, which is selected less withdrawn, is the sum of the rows. */
export interface Distribution<Stage extends string = GradeStage> {
  readonly total: number;
  readonly graded: number;
  /** Nothing is in progress in a closed cycle. */
  readonly inProgress: number;
  /** Counted and shown, never dropped. */
  readonly noGradeRecorded: number;
  /** All withdrawn cases, which are not in `total`. */
  readonly withdrawn: number;
  /** Those of the withdrawn of which a section had been graded. */
  readonly withdrawnAfterGrading: number;
  readonly stage: Stage;
  /** The four grades best first; in-progress and not-applicable only where there are any; no-grade-recorded last, always. */
  readonly rows: readonly DistributionRow[];
  readonly goodOrBetter: GoodOrBetter;
}

export interface GoodOrBetter {
  readonly n: number;
  /** The graded. */
  readonly of: number;
  /** One decimal. */
  readonly percent: number | null;
  /**
   * Percentages with one decimal; sampling error only. Wilson and of a population without limit, but where `intervals` stand beside
   * the distribution: that one of theirs.
   */
  readonly interval95: readonly [lower: number, upper: number] | null;
  /** Why there is no interval of what was counted. `weights-needed`: `intervals` have the share of the list, with its interval. */
  readonly noInterval?: 'weights-needed' | 'one-cluster';
  /** Between which percentages of all cases the truth lies, whatever the ungraded were. Not-applicable cases are left out. */
  readonly boundsOfAll: readonly [lowest: number, highest: number] | null;
  /** Why figures above are null. */
  readonly reason?: 'n=0';
}

export interface Withdrawn {
  readonly withdrawn: number;
  readonly withdrawnAfterGrading: number;
}

/** Counts outcomes, one per case that was not withdrawn. */
export function distributionOf<Stage extends string>(
  stage: Stage,
  outcomes: readonly Outcome[],
  { withdrawn, withdrawnAfterGrading }: Withdrawn,
): Distribution<Stage> {
  const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  const optional = (['in-progress', 'not-applicable'] as const).filter((outcome) => count(outcome) > 0);
  const shown: readonly Outcome[] = [...GRADES, ...optional, 'no-grade-recorded'];
  const counts = shown.map(count);
  const gradeCounts = counts.slice(0, GRADES.length);
  const graded = gradeCounts.reduce((sum, n) => sum + n, 0);
  const ofAll = largestRemainderPercentages(counts).value;
  const ofGraded = largestRemainderPercentages(gradeCounts).value;
  return {
    total: outcomes.length,
    graded,
    inProgress: count('in-progress'),
    noGradeRecorded: count('no-grade-recorded'),
    withdrawn,
    withdrawnAfterGrading,
    stage,
    rows: shown.map((grade, index) => ({
      grade,
      n: count(grade),
      percentOfAll: ofAll?.[index] ?? null,
      percentOfGraded: ofGraded?.[index] ?? null,
      ...(ofAll === null || (ofGraded === null && index < GRADES.length) ? { reason: 'n=0' as const } : {}),
    })),
    goodOrBetter: goodOrBetter(
      count('outstanding') + count('good'),
      graded,
      count('in-progress') + count('no-grade-recorded'),
    ),
  };
}

function goodOrBetter(n: number, graded: number, ungraded: number): GoodOrBetter {
  const share = wilsonInterval(n, graded);
  const bounds = boundsWithMissing(n, graded, ungraded).value;
  return {
    n,
    of: graded,
    percent: share.value === null ? null : oneDecimal(share.value),
    interval95: share.ci === null ? null : [oneDecimal(share.ci[0]), oneDecimal(share.ci[1])],
    boundsOfAll: bounds === null ? null : [oneDecimal(bounds[0]), oneDecimal(bounds[1])],
    ...(graded === 0 ? { reason: 'n=0' as const } : {}),
  };
}
