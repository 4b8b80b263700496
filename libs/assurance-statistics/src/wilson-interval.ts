import { requireAtMost, requireCount } from './require-argument.js';
import { scoreInterval } from './score-interval.js';
import { twoSidedZ } from './two-sided-z.js';

export type WilsonInterval =
  | { readonly value: number; readonly ci: readonly [lower: number, upper: number] }
  | { readonly value: null; readonly ci: null; readonly reason: 'n=0' };

/**
 * A share and its Wilson score interval without continuity correction (Wilson 1927; method 3 of Newcombe 1998).
 * The population is taken as infinite; `finiteInterval` is for the sample of a list. The lower limit at x = 0 is exactly
 * 0, the upper limit at x = n exactly 1.
 *
 * @param x how many have the property, 0 to n
 * @param n how many were looked at; 0 gives no figure
 * @param confidence 0.5 to 0.9999
 * @returns shares of 1, not percentages
 */
export function wilsonInterval(x: number, n: number, confidence = 0.95): WilsonInterval {
  requireCount('x', x);
  requireCount('n', n);
  requireAtMost('x', x, 'n', n);
  const z = twoSidedZ(confidence);
  if (n === 0) return { value: null, ci: null, reason: 'n=0' };
  return { value: x / n, ci: scoreInterval(x / n, n, z) };
}
