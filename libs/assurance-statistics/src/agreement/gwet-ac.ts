import { requireConfidence } from '../require-argument.js';
import { agreementBeyondChance, noAgreementOfMany, type AgreementOfMany } from './agreement-of-many.js';
import { pairwiseAgreement } from './pairwise-agreement.js';
import { GRADE_CODES } from './scale.js';
import { sumOf } from '../sum-of.js';
import type { Ratings } from './tally-ratings.js';
import type { Weights } from './weights.js';

/**
 * Gwet's coefficient of agreement: AC1 without weights, AC2 with them (Gwet 2008, 2014; `gwet.ac1.raw` of R's irrCAC).
 * Any number of raters, some ratings missing. It stays steady where nearly every case is in one category, where kappa
 * does not; where all of them are it is 1, without an interval.
 *
 * @param ratings cases in rows, raters in columns
 * @returns `no-pairs`: no case has two ratings. `no-variation`: the scale has one category, which leaves nothing to
 *   disagree about
 */
export function gwetAc(
  ratings: Ratings,
  weights: Weights = 'none',
  scale: readonly number[] = GRADE_CODES,
  confidence = 0.95,
): AgreementOfMany {
  requireConfidence(confidence);
  const agreed = pairwiseAgreement(ratings, weights, scale);
  const { observed, shares, weight } = agreed;
  if (observed === null) return noAgreementOfMany('no-pairs', agreed, null);
  const q = scale.length;
  if (q === 1) return noAgreementOfMany('no-variation', agreed, null);
  const allWeights = sumOf(scale, (_, place) => sumOf(scale, (__, other) => weight(place, other)));
  const chanceWith = (place: number): number => (allWeights / (q * (q - 1))) * (1 - (shares[place] ?? 0));
  return agreementBeyondChance({ ...agreed, observed }, chanceWith, confidence);
}
