import type { Figure } from './figure.js';
import { finiteGain } from './finite-gain.js';
import { requireAtMost, requireCount } from './require-argument.js';
import { scoreInterval } from './score-interval.js';
import { twoSidedZ } from './two-sided-z.js';

/** The cases of one family. */
export interface Cluster {
  /** How many of its cases were looked at, at least 1. */
  readonly cases: number;
  /** How many of those have the property. */
  readonly x: number;
}

export interface ClusterInterval {
  /** The share of all cases, of 1. */
  readonly share: number;
  readonly ci: readonly [lower: number, upper: number];
  readonly cases: number;
  readonly clusters: number;
  /** How many times the variance is that of as many unrelated cases; never taken below 1. */
  readonly designEffect: number;
  /** How many unrelated cases would say as much. */
  readonly effectiveCases: number;
}

/**
 * A share and its interval where the cases of one family are likely to be graded alike: the Wilson score interval for the
 * number of unrelated cases that would say as much (Kish 1965, 5.4; intervals after Dean and Pagano 2015). The variance is
 * that of a ratio over families, k / (k-1) x sum of (x_i - p m_i)^2 / n^2 (Cochran 1977, 11.8).
 *
 * Families that happen to differ more than strangers would are no reason to claim more, so the design effect counts as 1
 * at the least. Where all cases are alike there is no variance to measure, and every family counts as one case.
 *
 * @param clusters one for each family; a case without a family is a family of its own
 * @param confidence 0.5 to 0.9999
 * @param populationSize length of the list that the cases were drawn from, at least their number; no limit unless said
 * @returns no figure for no case (`n=0`), nor for a single family (`one-cluster`)
 */
export function clusterInterval(
  clusters: readonly Cluster[],
  confidence = 0.95,
  populationSize = Infinity,
): Figure<ClusterInterval, 'n=0' | 'one-cluster'> {
  clusters.forEach(({ cases, x }, at) => {
    requireCount(`clusters[${at}].cases`, cases);
    if (cases === 0) throw new RangeError(`clusters[${at}].cases must be at least 1`);
    requireCount(`clusters[${at}].x`, x);
    requireAtMost(`clusters[${at}].x`, x, `clusters[${at}].cases`, cases);
  });
  const z = twoSidedZ(confidence);
  const k = clusters.length;
  if (k === 0) return { value: null, reason: 'n=0' };
  if (k === 1) return { value: null, reason: 'one-cluster' };

  const n = clusters.reduce((sum, { cases }) => sum + cases, 0);
  const share = clusters.reduce((sum, { x }) => sum + x, 0) / n;
  const squares = clusters.reduce((sum, { cases, x }) => sum + (x - share * cases) ** 2, 0);
  const unrelated = (share * (1 - share)) / n;
  const measured = unrelated === 0 ? n / k : ((k / (k - 1)) * squares) / (n * n) / unrelated;
  const designEffect = Math.max(1, measured);
  const effectiveCases = (n * finiteGain(n, populationSize)) / designEffect;
  const ci = scoreInterval(share, effectiveCases, z);
  return { value: { share, ci, cases: n, clusters: k, designEffect, effectiveCases } };
}
