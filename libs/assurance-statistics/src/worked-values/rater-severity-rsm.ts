import { raterSeverity } from '../severity/rater-severity.js';
import type { Adapter } from './adapter.js';
import { ratingsOf, scaleOf } from './read-ratings.js';

export const raterSeverityRsm: Adapter = (given) => {
  const found = raterSeverity(ratingsOf(given), scaleOf(given));
  if (found.value === null) return { severity: null, se: null, logLik: null, reason: found.reason };
  const { severity, standardErrors, logLikelihood } = found.value;
  return { severity, se: standardErrors, logLik: logLikelihood };
};
