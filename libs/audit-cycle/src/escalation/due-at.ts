import type { Policy } from '../policy/policy.js';
import { addDays } from '../vocabulary/calendar.js';
import type { Instant, IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { WorkingCalendarState } from '../working-calendar/state.js';
import { addWorkingDays } from '../working-calendar/working-days.js';
import type { OpenEscalation } from './commands.js';

/**
 * The moment by which it has to be dealt with. An immediate risk runs by the hours of the clock, nights and holidays
 * included; an inadequate grade until the end of a working day in England. Where the bank holidays are not known that
 * far every weekday is a working day: an escalation is never left out for want of a list, and sooner is safer than later.
 */
export const dueAtOf = (
  { reason, raisedAt }: OpenEscalation,
  { immediateRiskHours, inadequateWorkingDays }: Policy['escalation'],
  calendar: WorkingCalendarState,
): Instant => {
  if (reason === 'immediate-risk') return addHours(raisedAt, immediateRiskHours);
  const from = londonDate(raisedAt);
  const due =
    addWorkingDays(calendar, from, inadequateWorkingDays) ??
    addWorkingDays(WEEKDAYS_ONLY, from, inadequateWorkingDays);
  if (due === null) throw new Error(`No working day after ${from}`);
  return endOfDay(due);
};

const WEEKDAYS_ONLY: WorkingCalendarState = {
  covers: { from: '1900-01-01', to: '2199-12-31' },
  holidays: new Set(),
};

/** In UTC there are no changes of the clock, so an hour is an hour. */
const addHours = (instant: Instant, hours: number): Instant => {
  const sum = Number(instant.slice(11, 13)) + hours;
  const hour = String(sum % 24).padStart(2, '0');
  return `${addDays(instant.slice(0, 10), Math.floor(sum / 24))}T${hour}${instant.slice(13)}`;
};

/** The last millisecond of a day in England: in summer time midnight comes an hour earlier by UTC. */
const endOfDay = (date: IsoDate): Instant => {
  const winter = `${date}T23:59:59.999Z`;
  return londonDate(winter) === date ? winter : `${date}T22:59:59.999Z`;
};
