import { addDays, weekday } from './calendar.js';
import type { Instant, IsoDate } from './dates.js';

/**
 * The date in England at a moment. British Summer Time, an hour ahead of UTC, runs from 01:00 UTC on the last Sunday
 * of March until 01:00 UTC on the last Sunday of October (Summer Time Order 2002), so only the hour before
 * midnight UTC can fall on another date.
 */
export const londonDate = (instant: Instant): IsoDate => {
  const date = instant.slice(0, 10);
  return instant.slice(11, 13) === '23' && isSummerTime(instant) ? addDays(date, 1) : date;
};

const isSummerTime = (instant: Instant): boolean => {
  const year = instant.slice(0, 4);
  return instant >= changeOn(`${year}-03-31`) && instant < changeOn(`${year}-10-31`);
};

const changeOn = (lastOfMonth: IsoDate): Instant => {
  let date = lastOfMonth;
  while (weekday(date) !== 'sunday') date = addDays(date, -1);
  return `${date}T01:00:00.000Z`;
};
