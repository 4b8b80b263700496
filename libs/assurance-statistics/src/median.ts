import type { Figure } from './figure.js';
import { requireQuantity } from './require-argument.js';

/**
 * The middle of the values, or the mean of the two in the middle.
 *
 * @param values finite and not negative (days, counts), in any order
 * @returns in the unit of the values; no figure for no values
 */
export function median(values: readonly number[]): Figure<number, 'n=0'> {
  values.forEach((value, index) => requireQuantity(`values[${index}]`, value));
  const sorted = [...values].sort((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (lower === undefined || upper === undefined) return { value: null, reason: 'n=0' };
  return { value: lower + (upper - lower) / 2 };
}
