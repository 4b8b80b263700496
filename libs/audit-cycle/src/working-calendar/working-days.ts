import { addDays, isWeekend } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { WorkingCalendarState } from './state.js';

/** Whether a day is neither Saturday, Sunday nor a bank holiday; null where the calendar does not cover it. */
const isWorkingDay = (calendar: WorkingCalendarState, date: IsoDate): boolean | null => {
  const { covers, holidays } = calendar;
  if (covers === null || date < covers.from || date > covers.to) return null;
  return !isWeekend(date) && !holidays.has(date);
};

/**
 * The working day that is so many working days after `from`; the day itself is not counted. `days` is whole and at
 * least 1, anything else throws RangeError. Null when the calendar does not cover every day of the way.
 */
export const addWorkingDays = (
  calendar: WorkingCalendarState,
  from: IsoDate,
  days: number,
): IsoDate | null => {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Not a number of working days: ${days}`);
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    const working = isWorkingDay(calendar, date);
    if (working === null) return null;
    if (working) left -= 1;
  }
  return date;
};
