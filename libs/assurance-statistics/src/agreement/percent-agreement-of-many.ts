import type { Figure } from '../figure.js';
import { pairwiseAgreement } from './pairwise-agreement.js';
import { GRADE_CODES } from './scale.js';
import type { Ratings } from './tally-ratings.js';
import type { Weights } from './weights.js';

/** From 0 to 1. */
export type PercentAgreementOfMany = Figure<number, 'no-pairs'> & {
  /** Cases with at least two ratings: those that the figure is made of. */
  readonly n: number;
  readonly dropped: { readonly ratedOnce: number; readonly unrated: number };
};

/**
 * How often two raters of one case agree, any number of raters, some of them missing: the mean over cases of the mean
 * over all pairs of a case's ratings (Gwet 2014). It is not the share of cases on which everybody agrees.
 *
 * @returns `no-pairs`: no case has two ratings
 */
export function percentAgreementOfMany(
  ratings: Ratings,
  weights: Weights = 'none',
  scale: readonly number[] = GRADE_CODES,
): PercentAgreementOfMany {
  const { observed, pairable, cases, unrated } = pairwiseAgreement(ratings, weights, scale);
  const counted = { n: pairable, dropped: { ratedOnce: cases.length - pairable, unrated } };
  return observed === null
    ? { value: null, reason: 'no-pairs', ...counted }
    : { value: observed, ...counted };
}
