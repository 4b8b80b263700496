import { addDays, isWeekend, type IsoDate, type WorkingCalendarState } from '#audit-cycle';

/**
 * How many working days in England `to` lies after `from`, counted as clocks count them: the first day is not counted, the last one
 * is where it is a working day. Never negative. Null where the calendar does not cover every day of the way.
 */
export function workingDaysBetween(
  { covers, holidays }: WorkingCalendarState,
  from: IsoDate,
  to: IsoDate,
): number | null {
  if (to <= from) return 0;
  const first = addDays(from, 1);
  if (covers === null || first < covers.from || to > covers.to) return null;
  let days = 0;
  for (let date = first; date <= to; date = addDays(date, 1)) {
    if (!isWeekend(date) && !holidays.has(date)) days += 1;
  }
  return days;
}
