import { apportion } from './apportion.js';
import type { Figure } from './figure.js';
import { requireCount } from './require-argument.js';
import { sumOf, total } from './sum-of.js';

export interface Allocation {
  /** Places per stratum, in the order given; they add up to the size asked for. */
  readonly allocation: readonly number[];
  /** The share of each stratum before limits and rounding. */
  readonly raw: readonly number[];
  /** Which strata (by their index) are taken whole. A stratum that holds nobody is not among them. */
  readonly censusStrata: readonly number[];
}

/**
 * Why a size cannot be handed out: it is below one; there are not so many cases (`size-exceeds-population`); or the
 * minimums alone come to more (`minimums-exceed-size`).
 */
export type AllocationReason = 'size-below-one' | 'size-exceeds-population' | 'minimums-exceed-size';

/**
 * Hands `size` places to strata in proportion to whole-number weights: capped at what a stratum holds, never below
 * the stated minimum (or the whole stratum, where it holds fewer), by largest remainder.
 */
export function allocate(
  size: number,
  strataSizes: readonly number[],
  weights: readonly bigint[],
  minimumPerStratum: number,
): Figure<Allocation, AllocationReason> {
  requireCount('size', size);
  requireCount('minimumPerStratum', minimumPerStratum);
  strataSizes.forEach((held, index) => requireCount(`strataSizes[${index}]`, held));
  const claims = strataSizes.map((capacity, index) => ({
    weight: weights[index] ?? 0n,
    minimum: Math.min(minimumPerStratum, capacity),
    capacity,
  }));
  if (size < 1) return { value: null, reason: 'size-below-one' };
  if (size > total(strataSizes)) return { value: null, reason: 'size-exceeds-population' };
  if (size < sumOf(claims, (claim) => claim.minimum)) return { value: null, reason: 'minimums-exceed-size' };

  const allocation = apportion(size, claims);
  const totalWeight = Number(weights.reduce((total, weight) => total + weight, 0n));
  return {
    value: {
      allocation,
      raw: weights.map((weight) => (size * Number(weight)) / totalWeight),
      censusStrata: strataSizes.flatMap((held, index) =>
        held > 0 && allocation[index] === held ? [index] : [],
      ),
    },
  };
}
