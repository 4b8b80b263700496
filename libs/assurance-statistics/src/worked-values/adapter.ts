import type { Sha256Hex } from '../draw-order.js';
import type { Members } from './members.js';

/** What a worked value gives to compute from. */
export interface Given {
  readonly params: Members;
  readonly input: Members;
  /** Hashing comes from outside, as it does everywhere in this library. */
  readonly sha256Hex: Sha256Hex;
}

/** Members by the names that `expected` uses; a member that does not exist is null and has a reason beside it. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * Calls a function of the library with what a worked value gives, and puts its figure into the shape that worked
 * values expect. It computes nothing itself.
 *
 * @throws RangeError where the worked value does not hold what the statistic needs; the message names the place
 */
export type Adapter = (given: Given) => Answer;
