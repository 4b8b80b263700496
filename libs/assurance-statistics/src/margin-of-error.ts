import type { Figure } from './figure.js';
import { requireAtMost, requireCount, requireShare } from './require-argument.js';
import { twoSidedZ } from './two-sided-z.js';

/**
 * How far a share found in a simple random sample may be from the share in the list that it was drawn from:
 * z sqrt(p(1-p)/n x (N-n)/(N-1)), the normal approximation with finite-population correction (Cochran 1977, 2.3
 * and 3.2). It covers sampling error only; it knows nothing of errors of grading.
 *
 * @param n size of the sample; 0 gives no figure
 * @param populationSize N, the length of the list, at least n; null for a population without limit
 * @param p the share at which the margin is wanted, 0 to 1; 0.5 is the worst case
 * @param confidence 0.5 to 0.9999
 * @returns a share of 1: 0.065 means 6.5 percentage points each way; 0 when the whole list was taken
 */
export function marginOfError(
  n: number,
  populationSize: number | null,
  p: number,
  confidence = 0.95,
): Figure<number, 'n=0'> {
  requireCount('n', n);
  requireShare('p', p);
  if (populationSize !== null) {
    requireCount('populationSize', populationSize);
    requireAtMost('n', n, 'populationSize', populationSize);
  }
  const z = twoSidedZ(confidence);
  if (n === 0) return { value: null, reason: 'n=0' };
  if (n === populationSize) return { value: 0 };
  const correction = populationSize === null ? 1 : (populationSize - n) / (populationSize - 1);
  return { value: z * Math.sqrt(((p * (1 - p)) / n) * correction) };
}
