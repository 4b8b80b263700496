import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, isInstant, isIsoDate, isWeekend, weekday } from './calendar.js';

/** The platform's own calendar, which the domain does without. */
const oracle = {
  date: (year: number, month: number, day: number) =>
    new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10),
  ofDay: (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10),
  weekday: (date: string) =>
    new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
      .format(new Date(date))
      .toLowerCase(),
};
const FIRST = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST = Date.UTC(2199, 11, 31) / 86_400_000;
const anyDay = fc.integer({ min: FIRST, max: LAST });

describe('the calendar', () => {
  it('agrees with the platform on every day from 1900 to 2199', () => {
    let date = '1900-01-01';
    for (let day = FIRST; day < LAST; day += 1) {
      if (date !== oracle.ofDay(day) || !isIsoDate(date)) throw new Error(`${date}: ${oracle.ofDay(day)}`);
      date = addDays(date, 1);
    }
    expect(date).toBe('2199-12-31');
  });

  it('counts days forwards and backwards, over any leap year', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(addDays(oracle.ofDay(one), other - one)).toBe(oracle.ofDay(other));
        expect(daysBetween(oracle.ofDay(one), oracle.ofDay(other))).toBe(other - one);
      }),
    );
  });

  it('knows the day of the week', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = oracle.ofDay(day);
        expect(weekday(date)).toBe(oracle.weekday(date));
        expect(isWeekend(date)).toBe(['saturday', 'sunday'].includes(oracle.weekday(date)));
      }),
    );
  });

  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2000-01-30', 1, '2000-02-29'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-05-31', -6, '2023-11-30'],
    ['2024-05-31', 0, '2024-05-31'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('keeps the day of the month where that month has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2150 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: -500, max: 500 }),
        (year, month, day, months) => {
          expect(addMonths(oracle.date(year, month, day), months)).toBe(
            oracle.date(year, month + months, day),
          );
        },
      ),
    );
  });

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2024-04-30', '2024-12-31'])(
    '%s is a date',
    (text) => {
      expect(isIsoDate(text)).toBe(true);
    },
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-01-32',
    '9999-12-31',
    '2200-01-01',
    '1899-12-31',
    '10000-01-01',
    '2024-1-1',
    '20240101',
    '01/02/2024',
    '2024-01-01 ',
    '2024-01-01\n',
    '2024-01-01T00:00:00.000Z',
    '',
  ])('%j is no date', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it.each(['2024-02-29T00:00:00.000Z', '2024-12-31T23:59:59.999Z'])('%s is a moment', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    '2023-02-29T10:00:00.000Z',
    '2024-01-01T24:00:00.000Z',
    '2024-01-01T23:60:00.000Z',
    '2024-01-01T23:59:60.000Z',
    '2024-01-01T10:00:00Z',
    '2024-01-01T10:00:00.000+01:00',
    '2024-01-01',
    '9999-12-31T23:59:59.999Z',
  ])('%s is no moment', (text) => {
    expect(isInstant(text)).toBe(false);
  });

  it('throws on what is no date and on days that lie outside it', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('2199-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('1900-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2024-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('2024-01-01', Infinity)).toThrow(RangeError);
    expect(() => addMonths('2199-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('1900-01-31', -1)).toThrow(RangeError);
    expect(() => daysBetween('2024-01-01', 'tomorrow')).toThrow(RangeError);
    expect(() => weekday('9999-12-31')).toThrow(RangeError);
  });
});
