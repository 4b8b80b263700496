import quantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Figure } from './figure.js';
import { requireAtMost, requireConfidence, requireCount } from './require-argument.js';

/**
 * The exact one-sided lower limit of a share (Clopper and Pearson 1934): the p at which x or more of n come about with the
 * chance 1 - confidence. Whatever the true share is, the limit lies below it at least so often as the confidence says.
 *
 * @param x how many have the property, 0 to n
 * @param n how many were looked at; 0 gives no figure
 * @param confidence 0.5 to 0.9999
 * @returns a share of 1; 0 when x is 0
 */
export function exactLowerBound(x: number, n: number, confidence = 0.95): Figure<number, 'n=0'> {
  requireCount('x', x);
  requireCount('n', n);
  requireAtMost('x', x, 'n', n);
  requireConfidence(confidence);
  if (n === 0) return { value: null, reason: 'n=0' };
  return { value: x === 0 ? 0 : quantile(1 - confidence, x, n - x + 1) };
}
