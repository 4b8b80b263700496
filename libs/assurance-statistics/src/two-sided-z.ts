import quantile from '@stdlib/stats-base-dists-normal-quantile';
import { requireConfidence } from './require-argument.js';

/**
 * How many standard errors a two-sided interval reaches each way, from the normal distribution:
 * 1.959964 at the confidence 0.95.
 *
 * @param confidence 0.5 to 0.9999; anything else throws RangeError
 */
export function twoSidedZ(confidence: number): number {
  requireConfidence(confidence);
  return quantile((1 + confidence) / 2, 0, 1);
}
