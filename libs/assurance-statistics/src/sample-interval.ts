import type { Figure } from './figure.js';
import { partsSampled, type PartSampled, type SampledCase } from './parts-sampled.js';
import { requireAtMost } from './require-argument.js';
import { scoreInterval } from './score-interval.js';
import { twoSidedZ } from './two-sided-z.js';

export interface SampleInterval {
  /** The share of all that the cases stand for, of 1. */
  readonly share: number;
  readonly ci: readonly [lower: number, upper: number];
  readonly cases: number;
  readonly clusters: number;
  /** How many times the variance is that of as many unrelated cases; 1 at the least, and where no family has several. */
  readonly designEffect: number;
  /** How many unrelated cases of equal weight would say as much; Infinity where the whole list was looked at. */
  readonly effectiveCases: number;
}

/**
 * A share and its one interval, however the sample was drawn: of a list of known length or not, parts of it with different
 * chances, children of one family together. Each case counts by 1 / its chance (Hajek 1971).
 *
 * The interval is the Wilson score interval for as many unrelated cases as these are worth: (sum of weights)^2 / sum of
 * weights^2 (Kish 1965, 11.7), each part with a finite-population correction of its own (Cochran 1977, 5.9), through the
 * design effect of families, k / (k-1) x sum over families of (sum of w (x - share))^2 / sum of (w (x - share))^2 (Cochran
 * 1977, 11.8; intervals after Dean and Pagano 2015). Families that happen to differ more than strangers would are no reason
 * to claim more. Where all cases are alike there is no variance to measure, and every family counts as one case.
 *
 * That takes the parts for alike. A small part that is not alike, and stands for many, is told of by Wilson intervals of
 * each part, brought together by the distances of their limits (Zou, Huang and Zhang 2009); those alone fall short where many
 * parts are small. So each limit is the one of both that lies further out. Nothing is claimed that the sample itself rules
 * out: a list holds no fewer with the property than were seen, and no fewer without.
 *
 * With one part and no families it is `wilsonInterval`, or `finiteInterval` for a list of known length. It covers sampling
 * error only. docs/statistics.md says how often it holds the truth.
 *
 * @param confidence 0.5 to 0.9999
 * @param populationSize length of the list that the cases were drawn from, at least their number; no limit unless said. Cases
 *   of different weights share it in the proportion of the cases that they stand for
 * @returns no figure for no case (`n=0`), nor for several cases of a single family (`one-cluster`)
 */
export function sampleInterval(
  cases: readonly SampledCase[],
  confidence = 0.95,
  populationSize = Infinity,
): Figure<SampleInterval, 'n=0' | 'one-cluster'> {
  cases.forEach(({ weight }, at) => {
    if (!(weight > 0 && weight < Infinity))
      throw new RangeError(`cases[${at}].weight must be above 0, not ${weight}`);
  });
  const z = twoSidedZ(confidence);
  const n = cases.length;
  requireAtMost('n', n, 'populationSize', populationSize);
  if (n === 0) return { value: null, reason: 'n=0' };
  const families = [...Map.groupBy(cases, ({ cluster }) => cluster).values()];
  const clusters = families.length;
  if (clusters === 1 && n > 1) return { value: null, reason: 'one-cluster' };

  const parts = partsSampled(cases, populationSize);
  const x = cases.filter(({ has }) => has).length;
  const share = x === n ? 1 : parts.reduce((sum, one) => sum + one.part * (one.x / one.n), 0);
  const designEffect = designEffectOf(families, share, n);
  const effectiveCases = worthOf(parts, populationSize) / designEffect;
  const alike = scoreInterval(share, effectiveCases, z);
  const apart = apartInterval(parts, designEffect, z);
  const lower = Math.max(Math.min(alike[0], share - apart[0]), x / populationSize);
  const upper = Math.min(Math.max(alike[1], share + apart[1]), 1 - (n - x) / populationSize);
  return {
    value: {
      share,
      ci: [Math.min(lower, share), Math.max(upper, share)],
      cases: n,
      clusters,
      designEffect,
      effectiveCases,
    },
  };
}

function designEffectOf(families: readonly (readonly SampledCase[])[], share: number, n: number): number {
  const k = families.length;
  if (k === n) return 1;
  const off = ({ has, weight }: SampledCase): number => weight * ((has ? 1 : 0) - share);
  const squares = (values: readonly number[]): number => values.reduce((sum, one) => sum + one ** 2, 0);
  const unrelated = squares(families.flat().map(off));
  if (unrelated === 0) return n / k;
  const together = squares(families.map((family) => family.reduce((sum, one) => sum + off(one), 0)));
  return Math.max(1, ((k / (k - 1)) * together) / unrelated);
}

/** How many cases of equal weight, drawn from a list without end, would say as much. */
function worthOf(parts: readonly PartSampled[], populationSize: number): number {
  const finite = populationSize === Infinity ? 1 : (populationSize - 1) / populationSize;
  const squares = parts.reduce((sum, { part, n, unseen }) => sum + (part ** 2 / n) * unseen, 0);
  return squares === 0 ? Infinity : finite / squares;
}

/** How far the limits lie from the share, each part judged by what it shows itself. */
function apartInterval(
  parts: readonly PartSampled[],
  designEffect: number,
  z: number,
): readonly [below: number, above: number] {
  let [below, above] = [0, 0];
  for (const { part, n, x, listed, unseen } of parts) {
    if (unseen === 0) continue;
    const p = x / n;
    const gain = listed === Infinity ? 1 : (listed - 1) / (listed - n);
    const [lower, upper] = scoreInterval(p, (n * gain) / designEffect, z);
    below += (part * (p - Math.max(lower, x / listed))) ** 2;
    above += (part * (Math.min(upper, 1 - (n - x) / listed) - p)) ** 2;
  }
  return [Math.sqrt(below), Math.sqrt(above)];
}
