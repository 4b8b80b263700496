import type { IsoDate } from './dates.js';

/**
 * Calendar arithmetic on ISO dates, without a clock and without a time zone.
 * Dates run from 1900 to 2199: nothing in a child's record lies outside, and 9999-12-31, which some systems write
 * for "no end", is refused instead of understood. Every function but the validators throws RangeError on anything else.
 */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const isIsoDate = (text: string): boolean => {
  const parts = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

export const isInstant = (text: string): boolean =>
  isIsoDate(text.slice(0, 10)) && /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text.slice(10));

export const addDays = (date: IsoDate, days: number): IsoDate => dateOf(dayNumber(date) + days);

/** The same day so many months on, or the last day of that month where it is shorter: 31 January and one month is 28 or 29 February. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const { year, month, day } = partsOf(date);
  const monthsSinceYearZero = year * 12 + (month - 1) + months;
  const inYear = Math.floor(monthsSinceYearZero / 12);
  const inMonth = (monthsSinceYearZero % 12) + 1;
  return written(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
};

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** Day 0, 1 January 1900, was a Monday. */
export const weekday = (date: IsoDate): Weekday => WEEKDAYS[dayNumber(date) % 7] as Weekday;

export const isWeekend = (date: IsoDate): boolean => dayNumber(date) % 7 >= 5;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Leap days from 1900 to the end of the year before. */
const leapDaysBefore = (year: number): number =>
  Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400) - 460;

const firstDayOf = (year: number): number => (year - 1900) * 365 + leapDaysBefore(year);

const dayNumber = (date: IsoDate): number => {
  const { year, month, day } = partsOf(date);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return firstDayOf(year) + (DAYS_BEFORE_MONTH[month - 1] as number) + leapDay + day - 1;
};

const dateOf = (number: number): IsoDate => {
  if (!Number.isSafeInteger(number)) throw new RangeError(`Not a whole number of days: ${number}`);
  let year = 1900 + Math.floor(number / 365.2425);
  while (firstDayOf(year) > number) year -= 1;
  while (firstDayOf(year + 1) <= number) year += 1;
  let month = 1;
  let day = number - firstDayOf(year) + 1;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
  }
  return written(year, month, day);
};

const partsOf = (date: IsoDate): { year: number; month: number; day: number } => {
  if (!isIsoDate(date)) throw new RangeError(`Not a date between 1900 and 2199: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
};

const written = (year: number, month: number, day: number): IsoDate => {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isIsoDate(date)) throw new RangeError(`Not a date between 1900 and 2199: ${date}`);
  return date;
};
