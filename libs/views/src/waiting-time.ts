import { kaplanMeier, type Observation } from '#assurance-statistics';
import { oneDecimal } from './share.js';

/**
 * How long things take until something happens to them (Kaplan and Meier 1958): what has not come to it yet counts for as long as it has
 * waited, so that the median does not flatter as that of the finished ones does. Limits are log-log, sampling error only.
 */
export interface WaitingTime {
  /** The sum of `reached` and `notReached`. */
  readonly n: number;
  /** To which it happened. */
  readonly reached: number;
  /** To which it had not happened when they were last seen. */
  readonly notReached: number;
  readonly median: MedianWait;
  /** A point for each time at which it happened to any, the shortest first; at time 0 all wait. */
  readonly curve: readonly WaitingPoint[];
}

export type MedianWait = {
  /** Null for a limit that the curve has not come to. */
  readonly interval95: readonly [lower: number | null, upper: number | null] | null;
} & (
  | { readonly value: number }
  /** `not-yet-reached`: for more than half of them it has not happened in any time that is known. */
  | { readonly value: null; readonly reason: 'n=0' | 'not-yet-reached' }
);

export interface WaitingPoint {
  /** In the unit of the figure. */
  readonly time: number;
  /** Followed for at least so long. */
  readonly atRisk: number;
  /** To which it happened at this time. */
  readonly reached: number;
  /** Share that still waits after it; one decimal. */
  readonly percentWaiting: number;
  /** Null once nothing waits. */
  readonly interval95: readonly [lower: number, upper: number] | null;
}

export function waitingTime(observations: readonly Observation[]): WaitingTime {
  const reached = observations.filter(({ happened }) => happened).length;
  const counts = { n: observations.length, reached, notReached: observations.length - reached };
  const { value: found } = kaplanMeier(observations);
  if (found === null)
    return { ...counts, median: { value: null, reason: 'n=0', interval95: null }, curve: [] };
  const { median, medianCi: interval95, steps } = found;
  return {
    ...counts,
    median: { ...median, interval95 },
    curve: steps.map(({ time, atRisk, events, share, ci }) => ({
      ...{ time, atRisk, reached: events, percentWaiting: oneDecimal(share) },
      interval95: ci === null ? null : [oneDecimal(ci[0]), oneDecimal(ci[1])],
    })),
  };
}
