import type { Figure } from './figure.js';

/**
 * Who replaces a case that was withdrawn: the first in the draw order of its stratum that has not been taken yet.
 *
 * @param order the draw order of the stratum, as indices in the frame
 * @param taken indices drawn, replaced or withdrawn so far; those of other strata do no harm
 * @returns an index in the frame; no figure when everybody of the stratum has been taken
 */
export function nextInStratum(
  order: readonly number[],
  taken: ReadonlySet<number>,
): Figure<number, 'stratum-exhausted'> {
  const next = order.find((index) => !taken.has(index));
  return next === undefined ? { value: null, reason: 'stratum-exhausted' } : { value: next };
}
