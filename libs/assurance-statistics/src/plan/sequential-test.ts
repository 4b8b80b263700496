import { requireAtMost, requireCount } from '../require-argument.js';

/** What two shares of errors are to be told apart, and how often that may go wrong. */
export interface SequentialPlan {
  /** A share that is good enough, above 0. */
  readonly p0: number;
  /** A share that is not to be borne, above p0, below 1. */
  readonly p1: number;
  /** The chance of turning down a list at p0. */
  readonly alpha: number;
  /** The chance of accepting a list at p1. */
  readonly beta: number;
}

/** Two parallel lines over the number of cases checked. */
export interface SequentialLines {
  /** Errors for each case checked, of both lines. */
  readonly slope: number;
  /** Accept when the errors are no more than slope n - h0. */
  readonly h0: number;
  /** Turn down when the errors are no fewer than slope n + h1. */
  readonly h1: number;
}

/**
 * The lines of Wald's sequential probability ratio test for a share (Wald 1947, 5.3): cases are checked one by one until
 * the errors found cross one of them, which on average needs fewer cases than a sample of fixed size.
 *
 * @throws RangeError unless 0 < p0 < p1 < 1, alpha and beta are above 0 and add up to less than 1
 */
export function sequentialLines({ p0, p1, alpha, beta }: SequentialPlan): SequentialLines {
  if (!(p0 > 0 && p0 < p1 && p1 < 1))
    throw new RangeError(`p0 and p1 must be 0 < p0 < p1 < 1, not ${p0} and ${p1}`);
  if (!(alpha > 0 && beta > 0 && alpha + beta < 1))
    throw new RangeError(
      `alpha and beta must be above 0 and add up to less than 1, not ${alpha} and ${beta}`,
    );
  const good = Math.log((1 - p0) / (1 - p1));
  const both = Math.log(p1 / p0) + good;
  return {
    slope: good / both,
    h0: Math.log((1 - alpha) / beta) / both,
    h1: Math.log((1 - beta) / alpha) / both,
  };
}

/** What the lines say after n cases with x errors. */
export function sequentialVerdict(
  { slope, h0, h1 }: SequentialLines,
  x: number,
  n: number,
): 'accept' | 'reject' | 'go-on' {
  requireCount('x', x);
  requireCount('n', n);
  requireAtMost('x', x, 'n', n);
  if (x <= slope * n - h0) return 'accept';
  return x >= slope * n + h1 ? 'reject' : 'go-on';
}
