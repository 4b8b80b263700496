import type { Figure } from './figure.js';
import { requireAtMost, requireCount } from './require-argument.js';
import { scoreInterval } from './score-interval.js';
import { twoSidedZ } from './two-sided-z.js';

/** Cases that stand for equally many others. */
export interface WeightedCases {
  readonly cases: number;
  /** How many of those have the property. */
  readonly x: number;
  /** How many cases of the list each of them stands for, above 0: 1 / its chance of being drawn. */
  readonly weight: number;
}

export interface WeightedInterval {
  /** The share of all that they stand for, of 1. */
  readonly share: number;
  readonly ci: readonly [lower: number, upper: number];
  readonly cases: number;
  /** How many cases of equal weight would say as much. */
  readonly effectiveCases: number;
}

/**
 * A share where parts of a list were drawn with different chances: each case counts by 1 / its chance (Hajek 1971). The
 * interval is the Wilson score interval for as many cases as these are worth, (sum of weights)^2 / sum of weights^2 (Kish
 * 1965, 11.7). Of a list of limited length each part has a finite-population correction of its own (Cochran 1977, 5.9), as a
 * part that was looked at whole says nothing of the others. What drawing in parts gains is not claimed.
 *
 * @param confidence 0.5 to 0.9999
 * @param populationSize length of the list that the cases were drawn from, at least their number; no limit unless said. The
 *   parts share it in the proportion of the cases that they stand for
 */
export function weightedInterval(
  groups: readonly WeightedCases[],
  confidence = 0.95,
  populationSize = Infinity,
): Figure<WeightedInterval, 'n=0'> {
  groups.forEach(({ cases, x, weight }, at) => {
    requireCount(`groups[${at}].cases`, cases);
    requireCount(`groups[${at}].x`, x);
    requireAtMost(`groups[${at}].x`, x, `groups[${at}].cases`, cases);
    if (!(weight > 0 && weight < Infinity))
      throw new RangeError(`groups[${at}].weight must be above 0, not ${weight}`);
  });
  const z = twoSidedZ(confidence);
  const sum = (of: (group: WeightedCases) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);
  const cases = sum((group) => group.cases);
  requireAtMost('n', cases, 'populationSize', populationSize);
  if (cases === 0) return { value: null, reason: 'n=0' };

  const stands = sum((group) => group.cases * group.weight);
  const x = sum((group) => group.x);
  const share = x === cases ? 1 : sum((group) => group.x * group.weight) / stands;
  const unseen = ({ weight }: WeightedCases): number => Math.max(0, 1 - stands / (populationSize * weight));
  const finite = populationSize === Infinity ? 1 : (populationSize - 1) / populationSize;
  const squares = sum((group) => group.cases * group.weight ** 2 * unseen(group));
  const effectiveCases = squares === 0 ? Infinity : (finite * stands ** 2) / squares;
  return { value: { share, ci: scoreInterval(share, effectiveCases, z), cases, effectiveCases } };
}
