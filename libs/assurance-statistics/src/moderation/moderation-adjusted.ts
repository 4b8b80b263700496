import type { Sha256Hex } from '../draw-order.js';
import type { Figure } from '../figure.js';
import { requireConfidence, requireCount } from '../require-argument.js';
import { requireAdjustable } from './adjustable-audit.js';
import type { AdjustableAudit } from './adjustable-audit.js';
import { quantile } from '../bootstrap/quantile.js';
import { chosenAlike, gradeShares, together } from './chosen-alike.js';
import { GENERATOR } from './random-words.js';
import { resampledShares } from './resampled-shares.js';

export interface ModerationAdjustmentRequest {
  /** Every audit that has a grade, moderated or not; of one population, never of a random and a targeted sample together. */
  readonly audits: readonly AdjustableAudit[];
  /** How many grades the scale has; 4 unless said. */
  readonly grades?: number;
  /** Length of the list of which the audits are a random sample; null when the interval is to speak of the audits alone. */
  readonly populationSize: number | null;
  /** How many times families make the variance of sampling that of unrelated cases, at least 1; 1 unless said. */
  readonly designEffect?: number;
  /** Chosen by the caller and published with the interval. */
  readonly seed: string;
  readonly sha256Hex: Sha256Hex;
  /** How often to draw again, 100 or more; 1,000 unless said. */
  readonly replicates?: number;
  readonly confidence?: number;
}

/** A share of 1, and its interval. */
export interface AdjustedShare {
  readonly share: number;
  readonly ci: readonly [lower: number, upper: number];
}

export interface ModerationAdjusted {
  /** Of each grade, the best first. */
  readonly byGrade: readonly AdjustedShare[];
  /** Of each grade or a better one, the best first; that of the last grade is 1. */
  readonly atLeast: readonly AdjustedShare[];
  /** Audits with a grade. */
  readonly n: number;
  /** Audits that were moderated: chosen for certain, and by chance. */
  readonly moderated: { readonly certain: number; readonly chance: number };
  /** Audits that are certain to be moderated and are not yet; those that are speak for them. */
  readonly awaited: number;
  readonly seed: string;
  readonly generator: string;
  readonly replicates: number;
}

export type ModerationAdjustedReason = 'n=0' | 'none-moderated-by-chance' | 'none-moderated-for-certain';

/**
 * The distribution of grades as it would be if every audit had been moderated. Most grades never are, so the distribution
 * of final grades is too kind: here only moderated audits count, each by its stratum weight through its chance of being
 * moderated (Horvitz and Thompson 1952), so that an audit chosen with a chance of one in five speaks for five. Those
 * chosen for certain and those chosen by chance are each brought to the number of cases that they are known to stand for
 * (poststratification; Holt and Smith 1979), so that luck in how many were drawn does not tip the balance between them.
 *
 * The interval is a bootstrap (see `resampledShares`) and covers which audits chance had moderated and, where
 * `populationSize` is given, which cases were sampled, each with its finite-population correction. Children of one family
 * are drawn again together, and `designEffect` widens what sampling adds. It does not cover errors of the moderators.
 *
 * @returns no figure when nothing has a grade; when audits are moderated by chance and none of them is yet
 *   (`none-moderated-by-chance`), for then nothing is known of the most; and the same for those chosen for certain
 */
export function moderationAdjusted(
  request: ModerationAdjustmentRequest,
): Figure<ModerationAdjusted, ModerationAdjustedReason> {
  const {
    audits,
    grades = 4,
    populationSize,
    designEffect = 1,
    seed,
    sha256Hex,
    replicates = 1000,
    confidence = 0.95,
  } = request;
  requireAdjustable(audits, grades);
  requireConfidence(confidence);
  requireCount('replicates', replicates);
  if (replicates < 100) throw new RangeError(`replicates must be at least 100, not ${replicates}`);
  if (!(designEffect >= 1)) throw new RangeError(`designEffect must be at least 1, not ${designEffect}`);
  if (populationSize !== null && !(populationSize >= audits.length))
    throw new RangeError(`populationSize must be at least the number of audits (${audits.length})`);

  if (audits.length === 0) return { value: null, reason: 'n=0' };
  const certain = chosenAlike(audits.filter(({ probability }) => probability === 1));
  const chance = chosenAlike(audits.filter(({ probability }) => probability < 1));
  if (chance.audits > 0 && chance.moderated.length === 0)
    return { value: null, reason: 'none-moderated-by-chance' };
  if (certain.audits > 0 && certain.moderated.length === 0)
    return { value: null, reason: 'none-moderated-for-certain' };

  const parts = [certain, chance].filter((part) => part.audits > 0);
  const shares = together(
    parts,
    parts.map((part) => gradeShares(part, grades)),
  );
  const sample = { audits, parts, shares, populationSize, designEffect };
  const drawn = resampledShares({ ...sample, seed, sha256Hex, replicates });
  return {
    value: {
      byGrade: withIntervals(shares, drawn, confidence),
      atLeast: withIntervals(cumulative(shares), cumulativeDraws(drawn), confidence),
      n: audits.length,
      moderated: { certain: certain.moderated.length, chance: chance.moderated.length },
      awaited: certain.audits - certain.moderated.length,
      seed,
      generator: GENERATOR,
      replicates,
    },
  };
}

function cumulative(shares: readonly number[]): readonly number[] {
  let sum = 0;
  return shares.map((share) => (sum += share));
}

/** The same of each replicate, which are the places of the lists. */
function cumulativeDraws(drawn: readonly Float64Array[]): readonly Float64Array[] {
  const sums: Float64Array[] = [];
  for (const shares of drawn) sums.push(shares.map((share, at) => share + (sums.at(-1)?.[at] ?? 0)));
  return sums;
}

/** Percentiles of what was drawn, which the share itself is always between. */
function withIntervals(
  shares: readonly number[],
  drawn: readonly Float64Array[],
  confidence: number,
): readonly AdjustedShare[] {
  const tail = (1 - confidence) / 2;
  return shares.map((exact, at) => {
    const sorted = (drawn[at] ?? new Float64Array()).toSorted();
    const share = Math.min(1, exact);
    const lower = Math.max(0, Math.min(share, quantile(sorted, tail)));
    const upper = Math.min(1, Math.max(share, quantile(sorted, 1 - tail)));
    return { share, ci: [lower, upper] };
  });
}
