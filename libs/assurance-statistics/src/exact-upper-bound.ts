import quantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Figure } from './figure.js';
import { requireAtMost, requireConfidence, requireCount } from './require-argument.js';

/**
 * The exact one-sided upper limit of a share (Clopper and Pearson 1934): at most so large a share of errors is in the
 * list, with the stated confidence, when x were found among n. The population is taken as infinite.
 *
 * @param x how many have the property, 0 to n
 * @param n how many were looked at; 0 gives no figure
 * @param confidence 0.5 to 0.9999
 * @returns a share of 1; 1 when x is n
 */
export function exactUpperBound(x: number, n: number, confidence = 0.95): Figure<number, 'n=0'> {
  requireCount('x', x);
  requireCount('n', n);
  requireAtMost('x', x, 'n', n);
  requireConfidence(confidence);
  if (n === 0) return { value: null, reason: 'n=0' };
  return { value: x === n ? 1 : quantile(confidence, x + 1, n - x) };
}
