import { finiteInterval, goodmanIntervals, wilsonInterval } from '#assurance-statistics';
import { GRADES, type Grade } from '#audit-cycle';
import { oneDecimal } from '../share.js';
import type { IntervalBasis, ListBehind } from './list-behind.js';

/** Percentages with one decimal. */
export type PercentInterval = readonly [lower: number, upper: number];

/** A share of the graded cases. */
export interface GradedShare {
  readonly n: number;
  /** One decimal; null where nothing is graded. */
  readonly percent: number | null;
  readonly interval95: PercentInterval | null;
}

/** How far another sample might have come out otherwise: intervals of one basis, of what was graded. */
export interface GradeIntervals {
  readonly basis: IntervalBasis;
  /** Cases on the lists that were drawn from; null without a limit. */
  readonly listed: number | null;
  /** Not that graders err, nor that some cases have no grade. */
  readonly covers: 'sampling error only';
  /** The graded. */
  readonly n: number;
  /** The four grades, best first; their intervals hold all at once with 95 % (Goodman). */
  readonly grades: readonly (GradedShare & { readonly grade: Grade })[];
  /** Wilson's score interval, of this share alone. */
  readonly goodOrBetter: GradedShare;
  /** Why percentages and intervals are null. */
  readonly reason?: 'n=0';
}

/** @param grades of the graded cases */
export function gradeIntervals(grades: readonly Grade[], { basis, listed }: ListBehind): GradeIntervals {
  const counts = GRADES.map((grade) => grades.filter((one) => one === grade).length);
  const n = grades.length;
  const together = goodmanIntervals(counts, 0.95, listed ?? Infinity).value;
  const good = grades.filter(isGoodOrBetter).length;
  const { ci } = listed === null ? wilsonInterval(good, n) : finiteInterval(good, n, listed);
  const shareOf = (count: number, interval: PercentInterval | null | undefined): GradedShare => ({
    n: count,
    percent: n === 0 ? null : oneDecimal(count / n),
    interval95: interval ? inPercent(interval) : null,
  });
  return {
    ...{ basis, listed, covers: 'sampling error only', n },
    grades: GRADES.map((grade, at) => ({ grade, ...shareOf(counts[at] ?? 0, together?.[at]) })),
    goodOrBetter: shareOf(good, ci),
    ...(n === 0 ? { reason: 'n=0' as const } : {}),
  };
}

export const isGoodOrBetter = (grade: Grade): boolean => grade === 'outstanding' || grade === 'good';

/** Shares of 1 as percentages. */
export const inPercent = ([lower, upper]: PercentInterval): PercentInterval => [
  oneDecimal(lower),
  oneDecimal(upper),
];
