import quantile from '@stdlib/stats-base-dists-t-quantile';
import type { Figure } from '../figure.js';
import { requireConfidence } from '../require-argument.js';
import { sumOf, total } from '../sum-of.js';

/** How far two means lie apart, in the unit of the values. */
export interface DifferenceOfMeans {
  /** First less second. */
  readonly change: number;
  readonly standardError: number;
  /** Degrees of freedom of Student's t, seldom whole. */
  readonly df: number;
  readonly ci: readonly [lower: number, upper: number];
}

/**
 * The difference of the means of two groups that may scatter differently (Welch 1947), with the degrees of freedom of
 * Satterthwaite (1946).
 *
 * @returns `too-few-values`: a group has fewer than two. `no-variation`: neither has two different values, so nothing is
 *   known of their scatter
 */
export function differenceOfMeans(
  first: readonly number[],
  second: readonly number[],
  confidence = 0.95,
): Figure<DifferenceOfMeans, 'too-few-values' | 'no-variation'> {
  requireConfidence(confidence);
  if (first.length < 2 || second.length < 2) return { value: null, reason: 'too-few-values' };
  const [a, b] = [scatter(first), scatter(second)];
  const variance = a.ofMean + b.ofMean;
  if (variance === 0) return { value: null, reason: 'no-variation' };
  const change = a.mean - b.mean;
  const standardError = Math.sqrt(variance);
  const df = variance ** 2 / (a.ofMean ** 2 / (first.length - 1) + b.ofMean ** 2 / (second.length - 1));
  const reach = quantile((1 + confidence) / 2, df) * standardError;
  return { value: { change, standardError, df, ci: [change - reach, change + reach] } };
}

/** The mean of the values and the variance of that mean. */
function scatter(values: readonly number[]): { readonly mean: number; readonly ofMean: number } {
  const n = values.length;
  const mean = total(values) / n;
  const squares = sumOf(values, (value) => (value - mean) ** 2);
  return { mean, ofMean: squares / (n - 1) / n };
}
