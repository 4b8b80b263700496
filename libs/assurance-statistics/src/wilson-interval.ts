import { requireAtMost, requireCount } from './require-argument.js';
import { twoSidedZ } from './two-sided-z.js';

export type WilsonInterval =
  | { readonly value: number; readonly ci: readonly [lower: number, upper: number] }
  | { readonly value: null; readonly ci: null; readonly reason: 'n=0' };

/**
 * A share and its Wilson score interval without continuity correction (Wilson 1927; method 3 of Newcombe 1998).
 * The population is taken as infinite. The lower limit at x = 0 is exactly 0, the upper limit at x = n exactly 1.
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

  const p = x / n;
  const spread = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / spread;
  const halfWidth = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / spread;
  return { value: p, ci: [x === 0 ? 0 : centre - halfWidth, x === n ? 1 : centre + halfWidth] };
}
