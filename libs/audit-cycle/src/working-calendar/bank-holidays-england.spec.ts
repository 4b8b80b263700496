import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { BANK_HOLIDAYS_ENGLAND } from './bank-holidays-england.js';
import { workingCalendar } from './decider.js';

/** The rules, worked out here apart from the list: Act of 1971, substitute days, Easter by the Gregorian computus. */
const byRule = (year: number): string[] =>
  [
    orNextWorkdays(year, 1, [1]),
    [plus(easter(year), -2), plus(easter(year), 1)],
    [year === 2020 ? '2020-05-08' : mondayFrom(year, 5, 1)],
    [year === 2022 ? '2022-06-02' : mondayFrom(year, 5, 25)],
    [mondayFrom(year, 8, 25)],
    orNextWorkdays(year, 12, [25, 26]),
    EXTRA[year] ?? [],
  ].flat();

const EXTRA: Readonly<Record<number, readonly string[]>> = {
  2022: ['2022-06-03', '2022-09-19'],
  2023: ['2023-05-08'],
};

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const dayOfWeek = (date: string): number => new Date(date).getUTCDay();

const mondayFrom = (year: number, month: number, day: number): string => {
  const date = iso(year, month, day);
  return plus(date, (8 - dayOfWeek(date)) % 7);
};

/** Each day itself on a weekday; otherwise the first weekday after it that is not taken. */
const orNextWorkdays = (year: number, month: number, days: readonly number[]): string[] => {
  const dates = days.map((day) => iso(year, month, day));
  const taken = dates.filter((date) => dayOfWeek(date) % 6 !== 0);
  for (const date of dates.filter((each) => dayOfWeek(each) % 6 === 0)) {
    let substitute = date;
    while (dayOfWeek(substitute) % 6 === 0 || taken.includes(substitute)) substitute = plus(substitute, 1);
    taken.push(substitute);
  }
  return taken;
};

/** Anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
const easter = (year: number): string => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return iso(year, Math.floor(sum / 31), (sum % 31) + 1);
};

const YEARS = Array.from({ length: 18 }, (_, index) => 2019 + index);

describe("England's bank holidays", () => {
  it.each(YEARS)('of %i follow the rules and the proclamations', (year) => {
    const listed = BANK_HOLIDAYS_ENGLAND.holidays.filter((date) => date.startsWith(String(year)));
    expect(listed).toEqual(byRule(year).sort());
  });

  it('are those of 2019 to 2036 and no others', () => {
    expect(BANK_HOLIDAYS_ENGLAND.holidays).toHaveLength(YEARS.flatMap(byRule).length);
    expect(BANK_HOLIDAYS_ENGLAND.covers).toEqual({ from: '2019-01-01', to: '2036-12-31' });
  });

  it('can be published as they are', () => {
    const { covers, holidays, source } = BANK_HOLIDAYS_ENGLAND;
    given(workingCalendar, [])
      .when(BANK_HOLIDAYS_ENGLAND, {
        now: '2021-04-01T09:00:00.000Z',
        actor: { person: 'p', roles: ['administrator'] },
      })
      .then({
        type: 'BankHolidaysPublished',
        facts: { nation: 'england', covers, holidays, source },
        narrative: null,
      });
  });

  it('were checked by rules that know the Easters of other years', () => {
    expect([1961, 2000, 2011, 2038].map(easter)).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2011-04-24',
      '2038-04-25',
    ]);
  });
});
