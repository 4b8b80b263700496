import { refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { Period } from '../vocabulary/dates.js';
import { wrongDay } from '../vocabulary/wrong-day.js';

/** Refuses with `not-a-date`, `in-the-future` or `ends-before-start` what is no span of days that has passed. */
export const wrongPeriod = ({ from, to }: Period, acting: Acting): Decision<never> | null =>
  wrongDay(from, acting) ??
  wrongDay(to, acting) ??
  (to < from ? refuse('ends-before-start', 'The period ends before it begins.', { from, to }) : null);
