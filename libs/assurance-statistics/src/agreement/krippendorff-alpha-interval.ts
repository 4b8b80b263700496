import {
  bootstrapInterval,
  type BootstrapInterval,
  type BootstrapRequest,
} from '../bootstrap/bootstrap-interval.js';
import { alphaOfCompared, comparedCases, type ComparedCase, type Metric } from './krippendorff-alpha.js';
import { GRADE_CODES } from './scale.js';
import { tallyRatings, type Ratings } from './tally-ratings.js';

/**
 * The interval of Krippendorff's alpha, which has none by formula: the bootstrap over the cases with at least two
 * ratings. Cases without a pair change nothing.
 *
 * @param how seed and hash, and if wanted how many samples and at which confidence
 * @returns `no-units`: no case has two ratings; otherwise as bootstrapInterval
 */
export function krippendorffAlphaInterval(
  ratings: Ratings,
  how: Omit<BootstrapRequest<ComparedCase>, 'units' | 'estimate'>,
  metric: Metric = 'ordinal',
  scale: readonly number[] = GRADE_CODES,
): BootstrapInterval {
  return bootstrapInterval({
    ...how,
    units: comparedCases(tallyRatings(ratings, scale)),
    estimate: (sample) => alphaOfCompared(sample, metric, scale).value,
  });
}
