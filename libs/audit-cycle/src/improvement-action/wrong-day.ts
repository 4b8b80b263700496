import { refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';

/** Refuses with `not-a-date` what is no day of the calendar, and with `in-the-future` a day that is still to come. */
export const wrongDay = (date: IsoDate, { now }: Acting): Decision<never> | null => {
  if (!isIsoDate(date)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { date });
  return date > londonDate(now) ? refuse('in-the-future', 'Record it once it has happened.', { date }) : null;
};
