import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { BANK_HOLIDAYS_ENGLAND } from './bank-holidays-england.js';
import type { WorkingCalendarState } from './state.js';
import { addWorkingDays } from './working-days.js';

/*
 * An oracle of its own: days are counted by Date, Easter is read off the table of the Calendar (New Style) Act 1750, and
 * the bank holidays follow from the Act of 1971 and the substitute days as proclaimed. It shares nothing with the product.
 */
const DAY = 86_400_000;
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const dayOfWeek = (time: number): number => new Date(time).getUTCDay();

/** Paschal full moon by golden number, 1 to 19, as month and day; holds from 1900 to 2199. */
const FULL_MOONS = [
  ...[
    [4, 14],
    [4, 3],
    [3, 23],
    [4, 11],
    [3, 31],
    [4, 18],
    [4, 8],
    [3, 28],
    [4, 16],
    [4, 5],
  ],
  ...[
    [3, 25],
    [4, 13],
    [4, 2],
    [3, 22],
    [4, 10],
    [3, 30],
    [4, 17],
    [4, 7],
    [3, 27],
  ],
] as const;

/** The Sunday after the full moon; a week later where the moon is full on a Sunday. */
const easterSunday = (year: number): number => {
  const [month, day] = FULL_MOONS[year % 19] as readonly [number, number];
  const moon = utc(year, month, day);
  return moon + (7 - dayOfWeek(moon)) * DAY;
};

/** The nth Monday of a month; the last one where `nth` is -1. */
const monday = (year: number, month: number, nth: number): number => {
  const mondays: number[] = [];
  for (let time = utc(year, month, 1); time < utc(year, month + 1, 1); time += DAY) {
    if (dayOfWeek(time) === 1) mondays.push(time);
  }
  return mondays.at(nth < 0 ? nth : nth - 1) as number;
};

/** By the day of the week of 25 December, Sunday first: the two days off, as days of December. */
const CHRISTMAS = [
  ...[
    [26, 27],
    [25, 26],
    [25, 26],
    [25, 26],
    [25, 26],
    [25, 28],
    [27, 28],
  ],
] as const;
/** By the day of the week of 1 January, Sunday first: the day off. */
const NEW_YEAR = [2, 1, 1, 1, 1, 1, 3] as const;

const daysOff = (year: number): readonly number[] => [
  utc(year, 1, NEW_YEAR[dayOfWeek(utc(year, 1, 1))] as number),
  easterSunday(year) - 2 * DAY,
  easterSunday(year) + DAY,
  monday(year, 5, 1),
  monday(year, 5, -1),
  monday(year, 8, -1),
  ...(CHRISTMAS[dayOfWeek(utc(year, 12, 25))] as readonly [number, number]).map((day) => utc(year, 12, day)),
];

const FIRST = utc(2024, 1, 1);
const AFTER_LAST = utc(2037, 1, 1);
const YEARS = Array.from({ length: 13 }, (_, n) => 2024 + n);
const off = new Set(YEARS.flatMap(daysOff));
const days = Array.from({ length: (AFTER_LAST - FIRST) / DAY }, (_, n) => FIRST + n * DAY);
const working = days.filter((time) => ![0, 6].includes(dayOfWeek(time)) && !off.has(time));

const england: WorkingCalendarState = {
  covers: BANK_HOLIDAYS_ENGLAND.covers,
  holidays: new Set(BANK_HOLIDAYS_ENGLAND.holidays),
};

/** The spans of the policy: short ones from every day, long ones from every fifth, which falls on each day of the week. */
const DAYS_BY_SPAN = [...new Set([1, 3, ...Object.values(DEFAULT_POLICY.actionDue)])].map(
  (span) => [span, span > 10 ? 5 : 1] as const,
);

describe('Every day from 2024 to 2036', () => {
  it('is a working day or not, as the oracle says', () => {
    expect(days).toHaveLength(4749);
    const isWorking = new Set(working);
    const expected = days.map((time) => `${iso(time)} ${isWorking.has(time)}`);
    const found = days.map((time) => {
      const date = iso(time);
      return `${date} ${addWorkingDays(england, iso(time - DAY), 1) === date}`;
    });
    expect(found).toEqual(expected);
  });

  it.each(DAYS_BY_SPAN)(
    'has the due date of the oracle %i working days later, as far as the list goes',
    (span, step) => {
      const asked = days.filter((_, index) => index % step === 0);
      let next = 0;
      const expected = asked.map((time) => {
        while (next < working.length && (working[next] as number) <= time) next += 1;
        const due = working[next + span - 1];
        return `${iso(time)} ${due === undefined ? null : iso(due)}`;
      });
      expect(expected.filter((line) => !line.endsWith('null')).length).toBeGreaterThan(4600 / step);
      expect(asked.map((time) => `${iso(time)} ${addWorkingDays(england, iso(time), span)}`)).toEqual(
        expected,
      );
    },
  );

  it('was checked by an Easter that is known, also where the moon is full on a Sunday', () => {
    expect([1954, 1961, 2000, 2024, 2038, 2076].map((year) => iso(easterSunday(year)))).toEqual([
      ...['1954-04-18', '1961-04-02', '2000-04-23', '2024-03-31', '2038-04-25', '2076-04-19'],
    ]);
  });
});
