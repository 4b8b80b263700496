import { refuse, type Decision } from '../decider.js';
import type { Acting } from './acting.js';
import { isIsoDate } from './calendar.js';
import type { IsoDate } from './dates.js';
import { londonDate } from './london-date.js';

/** What has to have happened before, in words that a day can follow, and on which day it did. */
export interface Earlier {
  readonly what: string;
  readonly on: IsoDate;
}

/**
 * Refuses with `not-a-date` what is no day of the calendar, with `in-the-future` a day that is still to come, and with `too-early`
 * one before that of what it follows.
 */
export const wrongDay = (
  date: IsoDate,
  { now }: Pick<Acting, 'now'>,
  after?: Earlier,
): Decision<never> | null => {
  if (!isIsoDate(date)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { date });
  if (date > londonDate(now)) {
    return refuse('in-the-future', 'Record it once it has happened.', { date });
  }
  return after !== undefined && date < after.on
    ? refuse('too-early', `${after.what} on ${after.on}. Give that day or a later one.`, {
        date,
        earliest: after.on,
      })
    : null;
};
