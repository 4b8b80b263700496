import type { Figure } from './figure.js';
import { requireAtMost, requireCount } from './require-argument.js';

/**
 * Percentages that add up to exactly 100 at the number of decimals shown (method of the largest remainder,
 * Hamilton): each count gets its percentage rounded down, and the units then missing go one each to the largest
 * remainders. Equal remainders: the larger count first, then the order given. Whole-number arithmetic throughout,
 * so no rounding of the machine can tip a tie.
 *
 * @param counts in scale order
 * @param decimals 0 to 6
 * @returns one percentage per count in the same order; no figure when the counts add up to nothing
 */
export function largestRemainderPercentages(
  counts: readonly number[],
  decimals = 0,
): Figure<readonly number[], 'n=0'> {
  counts.forEach((count, index) => requireCount(`counts[${index}]`, count));
  requireCount('decimals', decimals);
  requireAtMost('decimals', decimals, 'the decimals supported', 6);

  const n = counts.reduce((sum, count) => sum + BigInt(count), 0n);
  if (n === 0n) return { value: null, reason: 'n=0' };

  const unitsPerPercent = 10 ** decimals;
  const units = 100 * unitsPerPercent;
  const parts = counts.map((count, index) => {
    const share = BigInt(units) * BigInt(count);
    return { index, count, whole: Number(share / n), remainder: share % n };
  });
  const missing = units - parts.reduce((sum, part) => sum + part.whole, 0);
  const raised = new Set(
    [...parts]
      .sort((a, b) => Number(b.remainder - a.remainder) || b.count - a.count || a.index - b.index)
      .slice(0, missing)
      .map((part) => part.index),
  );
  return { value: parts.map((part) => (part.whole + (raised.has(part.index) ? 1 : 0)) / unitsPerPercent) };
}
