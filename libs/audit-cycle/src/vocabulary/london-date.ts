import { addDays, weekday } from './calendar.js';
import type { Instant, IsoDate } from './dates.js';

/**
 * The date in England at a moment. British Summer Time, an hour ahead of UTC, runs from 01:00 UTC on the last Sunday
 * of March until 01:00 UTC on the last Sunday of October (Summer Time Order 2002). So only the last hour before
 * midnight UTC can fall on another date, and for that hour the days of the changes decide and not the moments.
 */
export const londonDate = (instant: Instant): IsoDate => {
  const date = instant.slice(0, 10);
  return instant.slice(11, 13) === '23' && endsInSummerTime(date) ? addDays(date, 1) : date;
};

const endsInSummerTime = (date: IsoDate): boolean => {
  const year = date.slice(0, 4);
  return date >= sundayUntil(`${year}-03-31`) && date < sundayUntil(`${year}-10-31`);
};

const sundayUntil = (date: IsoDate): IsoDate =>
  weekday(date) === 'sunday' ? date : sundayUntil(addDays(date, -1));
