import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isWeekend } from '../vocabulary/calendar.js';
import { BANK_HOLIDAYS_ENGLAND } from './bank-holidays-england.js';
import { noCalendarYet, type WorkingCalendarState } from './state.js';
import { addWorkingDays } from './working-days.js';

const england: WorkingCalendarState = {
  covers: BANK_HOLIDAYS_ENGLAND.covers,
  holidays: new Set(BANK_HOLIDAYS_ENGLAND.holidays),
};

describe('working days in England', () => {
  it.each([
    ['2021-04-01', 1, '2021-04-06', 'over the long Easter weekend'],
    ['2021-04-01', 2, '2021-04-07', 'two days on from it'],
    ['2020-05-07', 1, '2020-05-11', 'VE day, a Friday'],
    ['2022-05-31', 2, '2022-06-06', 'over the Platinum Jubilee'],
    ['2022-09-16', 1, '2022-09-20', 'over the State Funeral'],
    ['2026-12-24', 1, '2026-12-29', 'Boxing Day on a Saturday'],
    ['2021-12-24', 1, '2021-12-29', 'Christmas on a Saturday'],
    ['2021-04-10', 1, '2021-04-12', 'from a Saturday'],
    ['2021-04-12', 10, '2021-04-26', 'two plain weeks'],
  ])('from %s, %i working days: %s (%s)', (from, days, expected) => {
    expect(addWorkingDays(england, from, days)).toBe(expected);
  });

  it('are unknown outside what the calendar covers', () => {
    expect(addWorkingDays(england, '2018-12-31', 1)).toBe('2019-01-02');
    expect(addWorkingDays(england, '2036-12-30', 1)).toBe('2036-12-31');
    expect(addWorkingDays(england, '2036-12-30', 2)).toBeNull();
    expect(addWorkingDays(england, '2018-12-30', 1)).toBeNull();
    expect(addWorkingDays(noCalendarYet, '2021-04-12', 1)).toBeNull();
  });

  it.each([0, -1, 1.5, Number.NaN])('cannot be %d', (days) => {
    expect(() => addWorkingDays(england, '2021-04-12', days)).toThrow(RangeError);
  });
});

describe('on any calendar and from any day', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2021-01-01', days));
  const calendar = fc.uniqueArray(day, { maxLength: 60 }).map((days): WorkingCalendarState => ({
    covers: { from: '2020-01-01', to: '2027-12-31' },
    holidays: new Set(days),
  }));
  const count = fc.integer({ min: 1, max: 120 });

  const dueAfter = (known: WorkingCalendarState, from: string, days: number): string => {
    const due = addWorkingDays(known, from, days);
    if (due === null) throw new Error('The calendar covers all of it');
    return due;
  };

  it('a due date is a working day after the start', () => {
    fc.assert(
      fc.property(calendar, day, count, (known, from, days) => {
        const due = dueAfter(known, from, days);
        expect(due > from).toBe(true);
        expect(isWeekend(due) || known.holidays.has(due)).toBe(false);
      }),
    );
  });

  it('counting day by day gives the number of days that was added', () => {
    fc.assert(
      fc.property(calendar, day, count, (known, from, days) => {
        const due = dueAfter(known, from, days);
        let worked = 0;
        for (let date = addDays(from, 1); date <= due; date = addDays(date, 1)) {
          worked += isWeekend(date) || known.holidays.has(date) ? 0 : 1;
        }
        expect(worked).toBe(days);
      }),
    );
  });

  it('more days end later, and neither a later start nor one more holiday ends earlier', () => {
    fc.assert(
      fc.property(calendar, day, count, day, (known, from, days, holiday) => {
        const due = dueAfter(known, from, days);
        const withHoliday = { ...known, holidays: new Set([...known.holidays, holiday]) };
        expect(dueAfter(known, from, days + 1) > due).toBe(true);
        expect(dueAfter(known, addDays(from, 1), days) >= due).toBe(true);
        expect(dueAfter(withHoliday, from, days) >= due).toBe(true);
      }),
    );
  });
});
