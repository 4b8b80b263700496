import quantile from '@stdlib/stats-base-dists-t-quantile';
import type { Figure } from '../figure.js';
import { requireConfidence } from '../require-argument.js';
import { sumOf } from '../sum-of.js';

/** Deviations smaller than this, against 1 or the largest of them, are the rounding of the machine. */
const ROUNDING = 1e-12;

export interface ErrorOverCases {
  /** Null for a single case, which says nothing of how much cases differ. */
  readonly standardError: number | null;
  readonly interval: Figure<readonly [lower: number, upper: number], 'degenerate-se'>;
}

/**
 * The error of a coefficient that is the mean of one linearised value for each case (Gwet 2014): the standard error of
 * that mean, and the interval of Student's t with n - 1 degrees of freedom, cut at 1, which no coefficient exceeds.
 *
 * @param linearised one for each case, 1 or more; their mean is `value`
 * @returns `degenerate-se` for a single case and where all cases have the same value: 1.00 to 1.00 would promise too much
 */
export function errorOverCases(
  value: number,
  linearised: readonly number[],
  confidence: number,
): ErrorOverCases {
  requireConfidence(confidence);
  const n = linearised.length;
  const none = { value: null, reason: 'degenerate-se' } as const;
  if (n < 2) return { standardError: null, interval: none };
  const deviations = linearised.map((one) => one - value);
  const scale = linearised.reduce((largest, one) => Math.max(largest, Math.abs(one)), 1);
  if (deviations.every((deviation) => Math.abs(deviation) <= ROUNDING * scale)) {
    return { standardError: 0, interval: none };
  }
  const standardError = Math.sqrt(sumOf(deviations, (deviation) => deviation ** 2) / (n * (n - 1)));
  const reach = quantile((1 + confidence) / 2, n - 1) * standardError;
  return { standardError, interval: { value: [value - reach, Math.min(1, value + reach)] } };
}
