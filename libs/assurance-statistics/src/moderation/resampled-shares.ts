import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Sha256Hex } from '../draw-order.js';
import type { AdjustableAudit } from './adjustable-audit.js';
import { gradeShares, together } from './chosen-alike.js';
import type { ChosenAlike } from './chosen-alike.js';
import { randomWords } from './random-words.js';

export interface Resampling {
  readonly audits: readonly AdjustableAudit[];
  /** The audits, parted by how they were chosen for moderation. */
  readonly parts: readonly ChosenAlike[];
  /** The estimate about which is drawn. */
  readonly shares: readonly number[];
  readonly populationSize: number | null;
  readonly seed: string;
  readonly sha256Hex: Sha256Hex;
  readonly replicates: number;
}

const WORDS = 2 ** 32;
const { log, sqrt } = Math;

/**
 * What the shares of the grades might as well have come out as, drawn again and again.
 *
 * Which audits chance had moderated: in each part the moderated ones are counted with random weights (the Bayesian
 * bootstrap; Rubin 1981), together with one notional audit that has a little of every grade, so that a grade which nobody
 * happened to meet is not taken for impossible. With m audits and the notional one such weights scatter a little too
 * little, which the factor (m+2) / m makes good. Which cases were sampled: a normal deviation with the covariance of a
 * multinomial sample of as many cases as the sample is worth (Kish 1965, 11.7). Both deviations are shrunk by the root of
 * the part that was not looked at, of cases of each weight for itself, so that nothing is uncertain where everything was.
 *
 * @returns one list of shares for each replicate; they add up to 1, and single ones may lie a little outside 0 to 1
 */
export function resampledShares(resampling: Resampling): readonly (readonly number[])[] {
  const { audits, parts, shares, populationSize, seed, sha256Hex, replicates } = resampling;
  const word = randomWords(seed, sha256Hex);
  const chance = (): number => (word() + 0.5) / WORDS;
  const spread = spreadOfSample(
    audits.map(({ weight }) => weight),
    populationSize,
  );
  const redraws = parts.map((part) => redrawing(part, shares.length, chance));

  return Array.from({ length: replicates }, () => {
    const moderated = together(
      parts,
      redraws.map((redraw) => redraw()),
    );
    const off = spread === 0 ? [] : sampledOff(shares, spread, chance);
    return moderated.map((share, grade) => share + (off[grade] ?? 0));
  });
}

/**
 * The standard error that sampling gives a share p, over the root of p (1-p). Cases of one weight are corrected for the part of the
 * list for which they stand (Cochran 1977, 5.9).
 */
function spreadOfSample(weights: readonly number[], populationSize: number | null): number {
  if (populationSize === null) return 0;
  const stands = weights.reduce((total, weight) => total + weight, 0);
  const unseen = (weight: number): number => Math.max(0, 1 - stands / (populationSize * weight));
  return sqrt(weights.reduce((total, weight) => total + weight ** 2 * unseen(weight), 0)) / stands;
}

/** What gives the shares of a part as another choice of moderated audits might have had them. */
function redrawing(part: ChosenAlike, grades: number, chance: () => number): () => readonly number[] {
  const { moderated } = part;
  const found = gradeShares(part, grades);
  const unseen = 1 - moderated.length / Math.max(1, part.audits);
  if (unseen === 0) return () => found;
  const mean = moderated.reduce((sum, { weight }) => sum + weight, 0) / moderated.length;
  const reach = sqrt((unseen * (moderated.length + 2)) / moderated.length);
  const exponential = (): number => -log(chance());
  return () => {
    const drawn = gradeShares(part, grades, exponential, mean * exponential());
    return found.map((share, grade) => share + reach * ((drawn[grade] ?? 0) - share));
  };
}

/** How far a sample of so many may lie off, drawn from the normal distribution that has the multinomial's covariance. */
function sampledOff(shares: readonly number[], spread: number, chance: () => number): readonly number[] {
  const noise = shares.map((share) => sqrt(share) * spread * normalQuantile(chance(), 0, 1));
  const all = noise.reduce((sum, one) => sum + one, 0);
  return noise.map((one, grade) => one - (shares[grade] ?? 0) * all);
}
