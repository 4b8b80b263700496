import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, noCalendarYet, type WorkingCalendarState } from '#audit-cycle';
import { workingDaysBetween } from './working-days-between.js';

/** Good Friday, Easter Monday and the early May bank holiday. */
const SPRING: WorkingCalendarState = {
  covers: { from: '2021-04-01', to: '2021-05-31' },
  holidays: new Set(['2021-04-02', '2021-04-05', '2021-05-03']),
};

describe('working days between two days', () => {
  it.each([
    ['2021-04-08', '2021-04-08', 0],
    ['2021-04-08', '2021-04-09', 1],
    ['2021-04-09', '2021-04-11', 0],
    ['2021-04-09', '2021-04-12', 1],
    ['2021-04-01', '2021-04-06', 1],
    ['2021-04-30', '2021-05-04', 1],
    ['2021-04-12', '2021-04-08', 0],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(workingDaysBetween(SPRING, from, to)).toBe(days);
  });

  it.each([
    ['2021-03-30', '2021-04-08'],
    ['2021-05-28', '2021-06-01'],
  ])('from %s to %s nobody can say, since the calendar does not reach so far', (from, to) => {
    expect(workingDaysBetween(SPRING, from, to)).toBeNull();
    expect(workingDaysBetween(noCalendarYet, from, to)).toBeNull();
  });

  it('reach as far as the calendar does, and no further', () => {
    expect(workingDaysBetween(SPRING, '2021-03-31', '2021-05-31')).toBe(40);
    expect(workingDaysBetween(SPRING, '2021-03-30', '2021-05-31')).toBeNull();
    expect(workingDaysBetween(SPRING, '2021-05-30', '2021-06-01')).toBeNull();
  });

  it('are as many as a clock was given that ends on that day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('2021-04-01', '2021-04-10'),
        (days, from) => {
          expect(workingDaysBetween(SPRING, from, addWorkingDays(SPRING, from, days)!)).toBe(days);
        },
      ),
      { seed: 20210402, numRuns: 100 },
    );
  });
});
