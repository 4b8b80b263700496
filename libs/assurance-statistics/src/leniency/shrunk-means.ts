import type { Figure } from '../figure.js';
import { sumOf, total } from '../sum-of.js';
import { twoSidedZ } from '../two-sided-z.js';

/** One group's mean, drawn towards the mean of all as far as its own values say little. */
export interface ShrunkMean {
  readonly n: number;
  /** Of the group's own values; null where it has none. */
  readonly own: number | null;
  /** In the unit of the values; the mean of all where the group has no values. */
  readonly shrunk: number;
  /** How much of the group's own mean is in it, 0 to 1. */
  readonly reliability: number;
  readonly ci: readonly [lower: number, upper: number];
}

export interface ShrunkMeans {
  /** In the order of the groups. */
  readonly groups: readonly ShrunkMean[];
  /** Towards which the means are drawn. */
  readonly mean: number;
  /** Of the groups' true means, in the unit of the values squared; 0 where chance alone may explain how they differ. */
  readonly varianceBetween: number;
  /** Of the values of one group, pooled over groups. */
  readonly varianceWithin: number;
}

/**
 * Means of groups of very different size made comparable: a mean of few values is mostly luck, so each is drawn towards
 * the mean of all by how much it would be expected to move if it were measured again (Efron and Morris 1975), with the
 * variance between groups of DerSimonian and Laird (1986). The interval treats the two variances and the common mean as
 * known, and so is a little too short where there are few groups.
 *
 * @param groups the values of each group, of any unit
 * @returns `too-few-groups`: fewer than two of them have values. `no-variation`: no group has two different values, so
 *   nothing tells luck from difference
 */
export function shrunkMeans(
  groups: readonly (readonly number[])[],
  confidence = 0.95,
): Figure<ShrunkMeans, 'too-few-groups' | 'no-variation'> {
  const z = twoSidedZ(confidence);
  groups.forEach((values, at) =>
    values.forEach((value) => {
      if (!Number.isFinite(value)) throw new RangeError(`groups[${at}] must hold numbers, not ${value}`);
    }),
  );
  const measured = groups.flatMap((values) => (values.length === 0 ? [] : [measure(values)]));
  if (measured.length < 2) return { value: null, reason: 'too-few-groups' };
  const freedom = sumOf(measured, ({ n }) => n - 1);
  const varianceWithin = freedom === 0 ? 0 : sumOf(measured, ({ squares }) => squares) / freedom;
  if (varianceWithin === 0) return { value: null, reason: 'no-variation' };

  const varianceBetween = between(measured, varianceWithin);
  const weights = measured.map(({ n }) => 1 / (varianceBetween + varianceWithin / n));
  const mean = weightedMean(measured, weights);
  return {
    value: {
      groups: groups.map((values) => {
        const n = values.length;
        const own = n === 0 ? null : measure(values).mean;
        const reliability = n === 0 ? 0 : varianceBetween / (varianceBetween + varianceWithin / n);
        const shrunk = own === null ? mean : mean + reliability * (own - mean);
        const reach = z * Math.sqrt(varianceBetween * (1 - reliability));
        return { n, own, shrunk, reliability, ci: [shrunk - reach, shrunk + reach] };
      }),
      ...{ mean, varianceBetween, varianceWithin },
    },
  };
}

interface Measured {
  readonly n: number;
  readonly mean: number;
  /** Of the distances from it. */
  readonly squares: number;
}

function measure(values: readonly number[]): Measured {
  const mean = total(values) / values.length;
  return { n: values.length, mean, squares: sumOf(values, (value) => (value - mean) ** 2) };
}

/** What is left of how much the means differ when what chance alone would give is taken away. */
function between(measured: readonly Measured[], varianceWithin: number): number {
  const weights = measured.map(({ n }) => n / varianceWithin);
  const mean = weightedMean(measured, weights);
  const q = sumOf(measured, (one, at) => (weights[at] ?? 0) * (one.mean - mean) ** 2);
  const all = total(weights);
  const scale = all - sumOf(weights, (weight) => weight ** 2) / all;
  return Math.max(0, (q - (measured.length - 1)) / scale);
}

const weightedMean = (measured: readonly Measured[], weights: readonly number[]): number =>
  sumOf(measured, ({ mean }, at) => mean * (weights[at] ?? 0)) / total(weights);
