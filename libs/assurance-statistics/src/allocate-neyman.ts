import { allocate } from './allocation.js';
import type { Allocation, AllocationReason } from './allocation.js';
import type { Figure } from './figure.js';
import { requireCount, requireQuantity } from './require-argument.js';

/** One stratum: N_h cases, whose values scatter with the standard deviation S_h. */
export interface ScatteredStratum {
  readonly size: number;
  readonly standardDeviation: number;
}

/** Standard deviations count to so many decimals, which makes the shares whole-number fractions that compare exactly. */
const DECIMALS = 9;

/**
 * Shares a sample over strata so that the overall estimate scatters least, n_h = n N_h S_h / sum of N_h S_h (Neyman
 * 1934; Cochran 1977, 5.5): more places where cases differ more. A stratum without scatter gets its minimum, and
 * more only when all the others are taken whole.
 *
 * @param size n, the places to hand out
 * @param strata standard deviations of at least 0, in one unit for all, counted to nine decimals
 * @param minimumPerStratum what each stratum gets at the least, or all it holds where that is fewer
 * @returns no figure (`no-variation`) when no stratum scatters: then there is nothing to optimise
 */
export function allocateNeyman(
  size: number,
  strata: readonly ScatteredStratum[],
  minimumPerStratum = 0,
): Figure<Allocation, AllocationReason | 'no-variation'> {
  const weights = strata.map(({ size: held, standardDeviation }, index) => {
    requireCount(`strata[${index}].size`, held);
    requireQuantity(`strata[${index}].standardDeviation`, standardDeviation);
    return BigInt(held) * BigInt(Math.round(standardDeviation * 10 ** DECIMALS));
  });
  if (strata.length > 0 && weights.every((weight) => weight === 0n))
    return { value: null, reason: 'no-variation' };
  return allocate(
    size,
    strata.map((stratum) => stratum.size),
    weights,
    minimumPerStratum,
  );
}
