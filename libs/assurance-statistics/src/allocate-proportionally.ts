import { allocate } from './allocation.js';
import type { Allocation, AllocationReason } from './allocation.js';
import type { Figure } from './figure.js';
import { requireCount } from './require-argument.js';

/**
 * Shares a sample over strata in proportion to their sizes, n_h = n N_h / N (Cochran 1977, 5.3), so that every case
 * has as nearly as possible the same chance.
 *
 * @param size n, the places to hand out
 * @param strataSizes N_h, how many cases each stratum holds
 * @param minimumPerStratum what each stratum gets at the least, or all it holds where that is fewer
 */
export function allocateProportionally(
  size: number,
  strataSizes: readonly number[],
  minimumPerStratum = 0,
): Figure<Allocation, AllocationReason> {
  strataSizes.forEach((held, index) => requireCount(`strataSizes[${index}]`, held));
  return allocate(size, strataSizes, strataSizes.map(BigInt), minimumPerStratum);
}
