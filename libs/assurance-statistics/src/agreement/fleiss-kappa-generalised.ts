import { requireConfidence } from '../require-argument.js';
import { agreementBeyondChance, noAgreementOfMany, type AgreementOfMany } from './agreement-of-many.js';
import { pairwiseAgreement } from './pairwise-agreement.js';
import { GRADE_CODES } from './scale.js';
import { sumOf } from '../sum-of.js';
import type { Ratings } from './tally-ratings.js';
import type { Weights } from './weights.js';

/**
 * Fleiss' kappa for any number of raters, some ratings missing, with weights (Gwet 2014; `fleiss.kappa.raw` of R's
 * irrCAC). With every rating there and no weights its value is that of fleissKappa.
 *
 * @param ratings cases in rows, raters in columns
 * @returns `no-pairs`: no case has two ratings. `no-variation`: one category alone is used, and 0/0 is no figure
 */
export function fleissKappaGeneralised(
  ratings: Ratings,
  weights: Weights = 'none',
  scale: readonly number[] = GRADE_CODES,
  confidence = 0.95,
): AgreementOfMany {
  requireConfidence(confidence);
  const agreed = pairwiseAgreement(ratings, weights, scale);
  const { observed, shares, cases, weight } = agreed;
  if (observed === null) return noAgreementOfMany('no-pairs', agreed, null);
  const used = scale.filter((_, place) => cases.some(({ counts }) => counts[place] !== 0));
  if (used.length === 1) return noAgreementOfMany('no-variation', agreed, 1);
  const chanceWith = (place: number): number => sumOf(shares, (share, at) => weight(place, at) * share);
  return agreementBeyondChance({ ...agreed, observed }, chanceWith, confidence);
}
