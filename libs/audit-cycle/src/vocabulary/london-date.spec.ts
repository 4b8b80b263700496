import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { londonDate } from './london-date.js';

/** The platform's time zone data, which the domain does without. */
const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

describe('the date in London', () => {
  it.each([
    ['2024-01-15T23:59:59.999Z', '2024-01-15', 'winter'],
    ['2024-07-15T22:59:59.999Z', '2024-07-15', 'summer, before midnight'],
    ['2024-07-15T23:00:00.000Z', '2024-07-16', 'summer, midnight'],
    ['2024-03-30T23:30:00.000Z', '2024-03-30', 'the night before summer time'],
    ['2024-03-31T00:59:59.999Z', '2024-03-31', 'the last moment of winter time'],
    ['2024-03-31T23:00:00.000Z', '2024-04-01', 'the first day of summer time, midnight'],
    ['2024-10-26T23:00:00.000Z', '2024-10-27', 'the last midnight of summer time'],
    ['2024-10-27T23:00:00.000Z', '2024-10-27', 'winter time again'],
    ['2019-12-31T23:59:59.999Z', '2019-12-31', 'the end of a year'],
    ['2028-02-29T23:30:00.000Z', '2028-02-29', 'a leap day'],
  ])('at %s it is %s: %s', (instant, date) => {
    expect(londonDate(instant)).toBe(date);
  });

  it('agrees with the time zone database at any moment from 1996 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2100, 11, 31) }), (moment) => {
        expect(londonDate(new Date(moment).toISOString())).toBe(inLondon.format(moment));
      }),
    );
  });

  it('agrees with the time zone database in every hour around every change of the clocks', () => {
    for (let year = 1996; year <= 2100; year += 1) {
      for (const month of [2, 9]) {
        for (let hour = 23 * 24; hour < 32 * 24; hour += 1) {
          const moment = Date.UTC(year, month, 1, hour, 30);
          const instant = new Date(moment).toISOString();
          if (londonDate(instant) !== inLondon.format(moment)) throw new Error(instant);
        }
      }
    }
  });
});
