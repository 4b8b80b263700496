import { requireScale } from '../agreement/scale.js';
import { tallyRatings, type Ratings } from '../agreement/tally-ratings.js';

/** One rating of a case, by the rater's column and by how many steps the code lies above the scale's first. */
export interface RatingStep {
  readonly rater: number;
  readonly step: number;
}

/** Why a case says nothing of severity: too few ratings to compare, or all of them at the same end of the scale. */
export interface Uninformative {
  readonly unrated: number;
  readonly ratedOnce: number;
  readonly allAtOneEnd: number;
}

export interface InformativeCases {
  readonly cases: readonly (readonly RatingStep[])[];
  readonly dropped: Uninformative;
}

/** The cases of which the conditional likelihood depends on severities and thresholds, and how many it does not see. */
export function informativeCases(ratings: Ratings, scale: readonly number[]): InformativeCases {
  requireScale(scale);
  const highest = scale.length - 1;
  const tallied = tallyRatings(ratings, scale);
  const all = ratings.map((row) =>
    row.flatMap((code, rater) => (code === null ? [] : [{ rater, step: scale.indexOf(code) }])),
  );
  const compared = all.filter((given) => given.length >= 2);
  const cases = compared.filter(
    (given) => given.some(({ step }) => step > 0) && given.some(({ step }) => step < highest),
  );
  return {
    cases,
    dropped: {
      unrated: tallied.filter((tally) => tally.ratings === 0).length,
      ratedOnce: tallied.filter((tally) => tally.ratings === 1).length,
      allAtOneEnd: compared.length - cases.length,
    },
  };
}

/** True where a chain of informative cases leads from every rater to every other: only then do severities compare. */
export function allLinked(cases: InformativeCases['cases'], raters: number): boolean {
  const reached = new Set([0]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    cases
      .filter((given) => given.some(({ rater }) => reached.has(rater)))
      .forEach((given) => given.forEach(({ rater }) => reached.add(rater)));
  }
  return reached.size === raters;
}
