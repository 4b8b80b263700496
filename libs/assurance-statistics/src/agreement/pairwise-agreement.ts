import { sumOf } from '../sum-of.js';
import { tallyRatings, type Ratings, type TalliedCase } from './tally-ratings.js';
import { agreementWeight, type Weights } from './weights.js';

/** A case and the mean weight of all pairs of its ratings; null where it was rated once and so has no pair. */
export interface AgreedCase extends TalliedCase {
  readonly agreement: number | null;
}

/** What the coefficients for many raters with missing ratings are made of (Gwet 2014). */
export interface PairwiseAgreement {
  /** Cases with at least one rating. */
  readonly cases: readonly AgreedCase[];
  /** How many of those have two ratings or more. */
  readonly pairable: number;
  /** Cases that nobody rated, which no figure uses. */
  readonly unrated: number;
  /** The mean agreement of the pairable cases; null where there is none. */
  readonly observed: number | null;
  /** Of each category of the scale: the mean over cases of its share of the case's ratings. */
  readonly shares: readonly number[];
  readonly weight: (place: number, other: number) => number;
}

export function pairwiseAgreement(
  ratings: Ratings,
  weights: Weights,
  scale: readonly number[],
): PairwiseAgreement {
  const weight = agreementWeight(weights, scale.length);
  const tallied = tallyRatings(ratings, scale);
  const cases = tallied
    .filter((tally) => tally.ratings > 0)
    .map((tally) => ({ ...tally, agreement: agreementOfPairs(tally, weight) }));
  const agreements = cases.flatMap(({ agreement }) => (agreement === null ? [] : [agreement]));
  return {
    ...{ cases, pairable: agreements.length, unrated: tallied.length - cases.length, weight },
    observed:
      agreements.length === 0 ? null : sumOf(agreements, (agreement) => agreement) / agreements.length,
    shares: scale.map(
      (_, place) => sumOf(cases, (tally) => (tally.counts[place] ?? 0) / tally.ratings) / cases.length,
    ),
  };
}

function agreementOfPairs(
  { counts, ratings }: TalliedCase,
  weight: PairwiseAgreement['weight'],
): number | null {
  if (ratings < 2) return null;
  const agreed = sumOf(
    counts,
    (count, place) => count * (sumOf(counts, (other, at) => weight(place, at) * other) - 1),
  );
  return agreed / (ratings * (ratings - 1));
}
