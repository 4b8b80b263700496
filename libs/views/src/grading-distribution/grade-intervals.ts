import { sampleInterval } from '#assurance-statistics';
import { GRADES, type Grade } from '#audit-cycle';
import { twoDecimals } from '../decimals.js';
import { oneDecimal } from '../share.js';
import type { CountedGrade } from './counted-grades.js';
import { countFamilies, familiesOf, type Families } from './families-of.js';
import { inWords } from './interval-words.js';
import type { IntervalBasis, ListBehind } from './list-behind.js';
import { weightsOf, type Weights } from './weights-of.js';

/** Percentages with one decimal. */
export type PercentInterval = readonly [lower: number, upper: number];

/** A share of the graded cases, each counted by 1 over its chance of being drawn where chances differ. */
export interface GradedShare {
  /** As they were counted. */
  readonly n: number;
  /** One decimal; null where nothing is graded. */
  readonly percent: number | null;
  readonly interval95: PercentInterval | null;
}

/**
 * The grades as the lists would have them that the cases were drawn from, and how far another sample might have come out
 * otherwise. Every interval that a report has of final or first grades is from here, so that one number never has two.
 */
export interface GradeIntervals {
  readonly basis: IntervalBasis;
  /** How long the lists are that were drawn from, as the chances of the audits make it: an estimate. Null without a limit. */
  readonly listed: number | null;
  /** Not that graders err, nor that some cases have no grade. */
  readonly covers: 'sampling error only';
  /** By what the intervals were worked out, in words. */
  readonly method: string;
  /** The graded. */
  readonly n: number;
  readonly weights: Weights;
  readonly families: Families & {
    /** How many times the variance of good or better is that of as many strangers, at least 1, two decimals. */
    readonly designEffect: number | null;
  };
  /** How many strangers drawn with one chance would say as much of good or better, one decimal; null where all were looked at, and of nothing. */
  readonly effectiveCases: number | null;
  /** The four grades, best first; their intervals hold all at once with 95 % (Goodman). */
  readonly grades: readonly (GradedShare & { readonly grade: Grade })[];
  /** An interval of this share alone. */
  readonly goodOrBetter: GradedShare;
  /** Why intervals are null. `one-cluster`: all cases are of one family. */
  readonly reason?: 'n=0' | 'one-cluster';
}

/** With this confidence each of four intervals holds for itself where all four hold at once with 95 % (Goodman 1965). */
const EACH_OF_FOUR = 1 - 0.05 / GRADES.length;

/** @param cases the graded */
export function gradeIntervals(cases: readonly CountedGrade[], list: ListBehind): GradeIntervals {
  const weights = weightsOf(cases);
  const familyOf = familiesOf(cases.map(({ audit }) => audit));
  const sample = cases.map(({ audit, grade }) => ({
    ...{ grade, weight: 1 / audit.probability, cluster: familyOf(audit) },
  }));
  const intervalOf = (
    has: (grade: Grade) => boolean,
    confidence: number,
  ): ReturnType<typeof sampleInterval> =>
    sampleInterval(
      sample.map(({ grade, ...one }) => ({ ...one, has: has(grade) })),
      confidence,
      list.listed ?? Infinity,
    );
  const shareOf = (
    has: (grade: Grade) => boolean,
    { value }: ReturnType<typeof sampleInterval>,
  ): GradedShare => {
    const share = shareOfList(cases, weights, has);
    return {
      n: cases.filter(({ grade }) => has(grade)).length,
      percent: share === null ? null : oneDecimal(share),
      interval95: value === null ? null : inPercent(value.ci),
    };
  };
  const good = intervalOf(isGoodOrBetter, 0.95);
  const families = countFamilies(cases);
  const { designEffect, effectiveCases } = good.value ?? { designEffect: null, effectiveCases: Infinity };
  return {
    ...{ basis: list.basis, listed: list.listed, covers: 'sampling error only' },
    method: inWords(list, weights, families),
    ...{ n: cases.length, weights },
    families: { ...families, designEffect: designEffect === null ? null : twoDecimals(designEffect) },
    effectiveCases: effectiveCases === Infinity ? null : Math.round(10 * effectiveCases) / 10,
    grades: GRADES.map((grade) => {
      const has = (one: Grade): boolean => one === grade;
      return { grade, ...shareOf(has, intervalOf(has, EACH_OF_FOUR)) };
    }),
    goodOrBetter: shareOf(isGoodOrBetter, good),
    ...(good.value === null ? { reason: good.reason } : {}),
  };
}

/** Of all that the cases stand for; null of nothing. */
export function shareOfList(
  cases: readonly CountedGrade[],
  { needed }: Weights,
  has: (grade: Grade) => boolean,
): number | null {
  if (cases.length === 0) return null;
  const having = cases.filter(({ grade }) => has(grade));
  if (!needed) return having.length / cases.length;
  const stoodFor = (some: readonly CountedGrade[]): number =>
    some.reduce((sum, { audit }) => sum + 1 / audit.probability, 0);
  return stoodFor(having) / stoodFor(cases);
}

export const isGoodOrBetter = (grade: Grade): boolean => grade === 'outstanding' || grade === 'good';

/** Shares of 1 as percentages. */
export const inPercent = ([lower, upper]: PercentInterval): PercentInterval => [
  oneDecimal(lower),
  oneDecimal(upper),
];
