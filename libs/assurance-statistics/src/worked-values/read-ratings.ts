import { GRADE_CODES } from '../agreement/scale.js';
import type { CrossTable } from '../agreement/cross-table.js';
import type { Ratings } from '../agreement/tally-ratings.js';
import { WEIGHTS, type Weights } from '../agreement/weights.js';
import type { Given } from './adapter.js';
import { aCount, aNumber, listOf, oneOf, orNull, rowsOf } from './read-value.js';

/** The codes of `params.scale`, best first; those of grades where it is left out. */
export const scaleOf = ({ params }: Given): readonly number[] =>
  params.takeOr('scale', listOf(aNumber), GRADE_CODES);

/** `params.weights`: none where it is left out. */
export const weightsOf = ({ params }: Given): Weights => params.takeOr('weights', oneOf(WEIGHTS), 'none');

/** `input.ratings`: a row for each case, a place in it for each rater, null for not rated. */
export const ratingsOf = ({ input }: Given): Ratings => input.take('ratings', rowsOf(orNull(aNumber)));

/** `input.table`: counts of pairs, rows auditor, columns moderator. */
export const tableOf = ({ input }: Given): CrossTable => input.take('table', rowsOf(aCount));
