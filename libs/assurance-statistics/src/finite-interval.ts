import { finiteGain } from './finite-gain.js';
import { requireAtMost, requireCount } from './require-argument.js';
import { scoreInterval } from './score-interval.js';
import { twoSidedZ } from './two-sided-z.js';
import type { WilsonInterval } from './wilson-interval.js';

/**
 * A share of a simple random sample and the score interval of that share in the list which it was drawn from: the Wilson
 * interval for n (N-1) / (N-n) cases, which is what n cases of N are worth (Kish 1965, 2.6; Cochran 1977, 2.6). It covers
 * sampling error only; it knows nothing of errors of grading.
 *
 * The limits leave out what the sample itself rules out: a list holds no fewer than the x that were seen, and no fewer
 * without the property than the n - x that were seen.
 *
 * @param x how many of the sample have the property, 0 to n
 * @param n size of the sample; 0 gives no figure
 * @param populationSize N, the length of the list, at least n
 * @param confidence 0.5 to 0.9999
 * @returns shares of 1; the share itself on both sides when the whole list was taken
 */
export function finiteInterval(
  x: number,
  n: number,
  populationSize: number,
  confidence = 0.95,
): WilsonInterval {
  requireCount('x', x);
  requireCount('n', n);
  requireAtMost('x', x, 'n', n);
  requireCount('populationSize', populationSize);
  requireAtMost('n', n, 'populationSize', populationSize);
  const z = twoSidedZ(confidence);
  if (n === 0) return { value: null, ci: null, reason: 'n=0' };
  const p = x / n;
  if (n === populationSize) return { value: p, ci: [p, p] };

  const [lower, upper] = scoreInterval(p, n * finiteGain(n, populationSize), z);
  const [fewest, most] = [x / populationSize, (populationSize - n + x) / populationSize];
  return { value: p, ci: [Math.max(lower, fewest), Math.min(upper, most)] };
}
