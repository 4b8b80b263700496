import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Sha256Hex } from '../draw-order.js';
import type { AdjustableAudit } from './adjustable-audit.js';
import { gradeShares } from './chosen-alike.js';
import type { ChosenAlike } from './chosen-alike.js';
import { randomWords } from './random-words.js';

export interface Resampling {
  readonly audits: readonly AdjustableAudit[];
  /** The audits, parted by how they were chosen for moderation. */
  readonly parts: readonly ChosenAlike[];
  /** The estimate about which is drawn. */
  readonly shares: readonly number[];
  readonly populationSize: number | null;
  /** How many times families make the variance of sampling that of unrelated cases. */
  readonly designEffect: number;
  readonly seed: string;
  readonly sha256Hex: Sha256Hex;
  readonly replicates: number;
}

const WORDS = 2 ** 32;
const { log, sqrt } = Math;

/**
 * What the shares of the grades might as well have come out as, drawn again and again.
 *
 * Which audits chance had moderated: in each part the moderated ones are counted with random weights, one for each family
 * (the Bayesian bootstrap; Rubin 1981), together with one notional audit that has a little of every grade, so that a grade
 * which nobody happened to meet is not taken for impossible. With m families and the notional one such weights scatter a
 * little too little, which the factor (m+2) / m makes good. Which cases were sampled: a normal deviation with the covariance
 * of a multinomial sample of as many cases as the sample is worth (Kish 1965, 11.7), families counted in by their design
 * effect. Both deviations are shrunk by the root of the part that was not looked at, of cases of each weight for itself, so
 * that nothing is uncertain where everything was.
 *
 * @returns for each grade its share in every replicate; those of one replicate add up to 1, and single ones may lie a little
 *   outside 0 to 1
 */
export function resampledShares(resampling: Resampling): readonly Float64Array[] {
  const { audits, parts, shares, populationSize, designEffect, seed, sha256Hex, replicates } = resampling;
  const word = randomWords(seed, sha256Hex);
  const chance = (): number => (word() + 0.5) / WORDS;
  const spread = sqrt(designEffect) * spreadOfSample(audits, populationSize);
  const all = parts.reduce((sum, { stands }) => sum + stands, 0);
  const redraws = parts.map((part) => redrawing(part, part.stands / all, shares.length, chance));

  const drawn = shares.map(() => new Float64Array(replicates));
  const found = new Float64Array(shares.length);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    found.fill(0);
    for (const redraw of redraws) redraw(found);
    if (spread > 0) deviate(found, shares, spread, chance);
    for (let grade = 0; grade < found.length; grade += 1) drawn[grade]![replicate] = found[grade]!;
  }
  return drawn;
}

/**
 * The standard error that sampling gives a share p, over the root of p (1-p). Cases of one weight are corrected for the part of the
 * list for which they stand (Cochran 1977, 5.9).
 */
function spreadOfSample(audits: readonly AdjustableAudit[], populationSize: number | null): number {
  if (populationSize === null) return 0;
  const stands = audits.reduce((total, { weight }) => total + weight, 0);
  const unseen = (weight: number): number => Math.max(0, 1 - stands / (populationSize * weight));
  return sqrt(audits.reduce((total, { weight }) => total + weight ** 2 * unseen(weight), 0)) / stands;
}

/** Adds the shares of a part, times what it is of the whole, as another choice of moderated audits might have had them. */
function redrawing(
  part: ChosenAlike,
  ofAll: number,
  grades: number,
  chance: () => number,
): (shares: Float64Array) => void {
  const { moderated } = part;
  const found = gradeShares(part, grades).map((share) => ofAll * share);
  const unseen = 1 - moderated.length / Math.max(1, part.audits);
  if (unseen === 0) return (shares) => found.forEach((share, grade) => void (shares[grade]! += share));
  const families = Uint32Array.from(familiesOf(moderated));
  const grade = Uint32Array.from(moderated, (one) => one.grade - 1);
  const weight = Float64Array.from(moderated, (one) => one.weight);
  const times = new Float64Array(new Set(families).size);
  const notional = weight.reduce((sum, one) => sum + one, 0) / weight.length / grades;
  const reach = sqrt((unseen * (times.length + 2)) / times.length);
  const drawn = new Float64Array(grades);
  return (shares) => {
    for (let at = 0; at < times.length; at += 1) times[at] = -log(chance());
    drawn.fill(-notional * log(chance()));
    for (let at = 0; at < weight.length; at += 1) drawn[grade[at]!]! += weight[at]! * times[families[at]!]!;
    let all = 0;
    for (const one of drawn) all += one;
    for (let at = 0; at < grades; at += 1)
      shares[at]! += found[at]! + reach * ((ofAll * drawn[at]!) / all - found[at]!);
  };
}

/** The number of the family of each, from 0 on; one without a family is a family of its own. */
function familiesOf(moderated: ChosenAlike['moderated']): readonly number[] {
  const numbers = new Map<string, number>();
  let next = 0;
  return moderated.map(({ cluster }) => {
    if (cluster === null) return next++;
    const number = numbers.get(cluster) ?? next++;
    numbers.set(cluster, number);
    return number;
  });
}

/** Adds how far a sample of so many may lie off, drawn from the normal distribution that has the multinomial's covariance. */
function deviate(found: Float64Array, shares: readonly number[], spread: number, chance: () => number): void {
  const noise = shares.map((share) => sqrt(share) * spread * normalQuantile(chance(), 0, 1));
  const all = noise.reduce((sum, one) => sum + one, 0);
  shares.forEach((share, grade) => void (found[grade]! += noise[grade]! - share * all));
}
