import { weightedInterval, type WeightedInterval } from '#assurance-statistics';
import { GRADES, type Grade } from '#audit-cycle';
import { oneDecimal } from '../share.js';
import type { CountedGrade } from './counted-grades.js';
import { inPercent, isGoodOrBetter, type PercentInterval } from './grade-intervals.js';
import type { IntervalBasis, ListBehind } from './list-behind.js';

/**
 * The grades as the lists would have them that the cases were drawn from. Needed where cases were drawn with different
 * chances: the counted percentages then speak of the sample, in which some part of the list is seen too often.
 */
export type WeightedGrades =
  | { readonly needed: false }
  | {
      readonly needed: true;
      /** The least and the greatest chance with which a graded case was drawn, percent with two decimals. */
      readonly chances: readonly [least: number, greatest: number];
      readonly basis: IntervalBasis;
      /** The graded; each counts by 1 over its chance. */
      readonly n: number;
      /** How many cases drawn with one chance would say as much, one decimal. */
      readonly effectiveCases: number;
      /** The four grades, best first; one decimal. */
      readonly grades: readonly { readonly grade: Grade; readonly percent: number }[];
      readonly goodOrBetter: { readonly percent: number; readonly interval95: PercentInterval };
    };

export function weightedGrades(
  cases: readonly CountedGrade[],
  { basis, listed }: ListBehind,
): WeightedGrades {
  const chances = [...new Set(cases.map(({ audit }) => audit.probability))].sort((a, b) => a - b);
  const [least, greatest] = [chances.at(0), chances.at(-1)];
  if (least === undefined || greatest === undefined || least === greatest) return { needed: false };

  const alike = chances.map((chance) => ({
    weight: 1 / chance,
    grades: cases.filter(({ audit }) => audit.probability === chance).map(({ grade }) => grade),
  }));
  const shareOf = (has: (grade: Grade) => boolean): WeightedInterval | null =>
    weightedInterval(
      alike.map(({ weight, grades }) => ({ cases: grades.length, x: grades.filter(has).length, weight })),
      0.95,
      listed ?? Infinity,
    ).value;
  const good = shareOf(isGoodOrBetter);
  if (good === null) return { needed: false };
  return {
    needed: true,
    chances: [twoDecimals(least), twoDecimals(greatest)],
    ...{ basis, n: cases.length, effectiveCases: Math.round(10 * good.effectiveCases) / 10 },
    grades: GRADES.map((grade) => ({
      grade,
      percent: oneDecimal(shareOf((one) => one === grade)?.share ?? 0),
    })),
    goodOrBetter: { percent: oneDecimal(good.share), interval95: inPercent(good.ci) },
  };
}

/** A chance as a percentage. */
const twoDecimals = (chance: number): number => Math.round(chance * 10_000) / 100;
