import quantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { totalOf } from './category-counts.js';
import type { Figure } from '../figure.js';
import { requireConfidence } from '../require-argument.js';
import { scoreInterval } from '../score-interval.js';

/** Lower and upper limit of one category, shares of 1. */
export type Interval = readonly [lower: number, upper: number];

/**
 * One interval for each category of a distribution, wide enough that all of them hold at once with the stated
 * confidence (Goodman 1965): the score interval of each category at 1 - (1 - confidence) / k. Right for the four
 * grades and small samples. A list of known length, chances and families are for `sampleInterval`, at that confidence.
 *
 * @param counts cases in each category, in scale order, categories without a case included
 * @param confidence 0.5 to 0.9999, that all intervals hold together
 * @returns the intervals in the order of the counts, shares of 1; exactly 0 below nobody and 1 above everybody
 */
export function goodmanIntervals(
  counts: readonly number[],
  confidence = 0.95,
): Figure<readonly Interval[], 'n=0'> {
  const n = totalOf('counts', counts);
  requireConfidence(confidence);
  if (n === 0) return { value: null, reason: 'n=0' };

  const z = Math.sqrt(quantile(1 - (1 - confidence) / counts.length, 1));
  return { value: counts.map((x) => scoreInterval(x / n, n, z)) };
}
