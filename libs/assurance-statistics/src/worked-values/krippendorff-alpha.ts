import { krippendorffAlpha as compute, METRICS } from '../agreement/krippendorff-alpha.js';
import type { Adapter } from './adapter.js';
import { ratingsOf, scaleOf } from './read-ratings.js';
import { oneOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const krippendorffAlpha: Adapter = (given) => {
  const metric = given.params.takeOr('metric', oneOf(METRICS), 'ordinal');
  const alpha = compute(ratingsOf(given), metric, scaleOf(given));
  return {
    value: alpha.value,
    ...reasonOf(alpha),
    ...{ units: alpha.n, pairableValues: alpha.pairableRatings },
    ...{ Do: alpha.observedDisagreement, De: alpha.disagreementByChance },
  };
};
