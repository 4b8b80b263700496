import { Problem } from '../problem/problem.js';

export interface InputError {
  /** Members joined by dots, places in lists counted from 0: `linesOfEnquiry.0.code`. */
  readonly path: string;
  readonly message: string;
}

const MOST_TOLD = 100;

/** The problem that input which does not fit is answered with: 400 `invalid-input`, with every place and what is wrong there. */
export const invalidInput = (errors: readonly InputError[]): Problem =>
  new Problem(400, 'invalid-input', 'The request does not fit its description. Correct what is listed.', {
    members: { errors: errors.slice(0, MOST_TOLD) },
  });
