import normalDensity from '@stdlib/stats-base-dists-normal-pdf';
import poissonChance from '@stdlib/stats-base-dists-poisson-pmf';
import { totalOf } from './category-counts.js';
import type { Figure } from '../figure.js';
import type { Interval } from './goodman-intervals.js';
import { requireConfidence } from '../require-argument.js';
import { truncatedPoisson } from './truncated-poisson.js';

export interface SisonGlaz {
  /** Cases by which every count may be off, each way. */
  readonly c: number;
  /** The part of the next step that the upper limits need besides, 0 to 1. */
  readonly gamma: number;
  /** In the order of the counts, shares of 1. */
  readonly intervals: readonly Interval[];
}

/**
 * Intervals for all categories of a distribution that hold at once, of one width but for the limits 0 and 1 (Sison and
 * Glaz 1995): c is the smallest number with nu(c) <= confidence < nu(c + 1), where nu(c) is the chance that every count
 * falls within c of its expectation. Its authors show it for seven categories or more; for four grades and small
 * samples `goodmanIntervals` is the one to use.
 *
 * @param counts cases in each category, in scale order, categories without a case included
 * @param confidence 0.5 to 0.9999, that all intervals hold together
 * @returns no figure for no cases (`n=0`), nor where the approximation of nu passes the confidence at no c
 *   (`no-such-c`: so few cases, or so few of all but one kind, that one step decides)
 */
export function sisonGlazIntervals(
  counts: readonly number[],
  confidence = 0.95,
): Figure<SisonGlaz, 'n=0' | 'no-such-c'> {
  const n = totalOf('counts', counts);
  requireConfidence(confidence);
  if (n === 0) return { value: null, reason: 'n=0' };

  let below = chanceWithin(1, counts, n);
  for (let c = 1; c <= n; c += 1) {
    const above = chanceWithin(c + 1, counts, n);
    if (below <= confidence && confidence < above) {
      const gamma = (confidence - below) / (above - below);
      const intervals = counts.map((x): Interval => [
        Math.max(0, (x - c) / n),
        Math.min(1, (x + c + 2 * gamma) / n),
      ]);
      return { value: { c, gamma, intervals } };
    }
    // At rest: nothing more can fall within c that would count, so no larger c will do either.
    if (above === below) break;
    below = above;
  }
  return { value: null, reason: 'no-such-c' };
}

/**
 * nu(c): the chance that multinomial counts, with the counts found as their expectations, all fall within c of them.
 * As Poisson variables that are truncated there and add up to n (Levin 1981), the chance of that sum by the Edgeworth
 * expansion that Sison and Glaz use.
 */
function chanceWithin(c: number, counts: readonly number[], n: number): number {
  const parts = counts.map((x) => truncatedPoisson(x, Math.max(x - c, 0), Math.min(x + c, n)));
  const sum = (of: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);

  const variance = sum((part) => part.second);
  const skewness = sum((part) => part.third) / variance ** 1.5;
  const excess = sum((part) => part.fourth - 3 * part.second ** 2) / variance ** 2;
  const x = (n - sum((part) => part.mean)) / Math.sqrt(variance);
  const correction =
    1 +
    (skewness * (x ** 3 - 3 * x)) / 6 +
    (excess * (x ** 4 - 6 * x ** 2 + 3)) / 24 +
    (skewness ** 2 * (x ** 6 - 15 * x ** 4 + 45 * x ** 2 - 15)) / 72;
  const ofSum = (normalDensity(x, 0, 1) * correction) / Math.sqrt(variance);
  return (parts.reduce((product, part) => product * part.inside, 1) * ofSum) / poissonChance(n, n);
}
