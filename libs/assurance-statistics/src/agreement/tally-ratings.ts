import { requireScale } from './scale.js';
import { sumOf } from '../sum-of.js';

/** A row for each case, a place in it for each rater; codes of the scale, null for not rated. */
export type Ratings = readonly (readonly (number | null)[])[];

/** One case: how many raters put it into each category of the scale, and how many rated it. */
export interface TalliedCase {
  readonly counts: readonly number[];
  readonly ratings: number;
}

/**
 * Counts the ratings of each case by category of the whole scale.
 *
 * @throws RangeError for a code that is not on the scale, and for rows that do not have a place for every rater
 */
export function tallyRatings(ratings: Ratings, scale: readonly number[]): readonly TalliedCase[] {
  requireScale(scale);
  return ratings.map((row, at) => {
    if (row.length !== ratings[0]?.length) {
      throw new RangeError(`ratings[${at}] must have a place for each rater, with null where not rated`);
    }
    const stray = row.find((code) => code !== null && !scale.includes(code));
    if (stray !== undefined) {
      throw new RangeError(`ratings[${at}] must hold codes of the scale or null, not ${stray}`);
    }
    const counts = scale.map((category) => row.filter((code) => code === category).length);
    return { counts, ratings: sumOf(counts, (count) => count) };
  });
}
