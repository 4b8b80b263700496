import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendarState } from '../working-calendar/state.js';
import { dueState, isOverdue } from './due-state.js';

const CALENDAR: WorkingCalendarState = {
  covers: { from: '2026-01-01', to: '2026-12-31' },
  holidays: new Set(['2026-05-04']),
};

describe('An action due on Tuesday 12 May, with three working days for due soon', () => {
  it.each([
    ['2026-05-06', 'in-time'],
    ['2026-05-07', 'due-soon'],
    ['2026-05-12', 'due-soon'],
    ['2026-05-13', 'overdue'],
  ])('is on %s %s', (today, expected) => {
    expect(dueState('2026-05-12', today, CALENDAR, 3)).toBe(expected);
  });
});

describe('An action due on Tuesday 5 May, after a bank holiday', () => {
  it.each([
    ['2026-04-28', 'in-time'],
    ['2026-04-29', 'due-soon'],
    ['2026-05-02', 'due-soon'],
    ['2026-05-05', 'due-soon'],
    ['2026-05-06', 'overdue'],
  ])('is on %s %s', (today, expected) => {
    expect(dueState('2026-05-05', today, CALENDAR, 3)).toBe(expected);
  });
});

describe('An action under a policy with no working day for due soon', () => {
  it.each([
    ['2026-05-11', 'in-time'],
    ['2026-05-12', 'due-soon'],
    ['2026-05-13', 'overdue'],
  ])('is on %s %s', (today, expected) => {
    expect(dueState('2026-05-12', today, CALENDAR, 0)).toBe(expected);
  });
});

describe('At the end of what the calendar covers', () => {
  it('an action is due soon rather than forgotten, and overdue all the same', () => {
    expect(dueState('2026-12-31', '2026-12-30', CALENDAR, 3)).toBe('due-soon');
    expect(dueState('2026-12-31', '2027-01-01', CALENDAR, 3)).toBe('overdue');
  });
});

describe('Overdue', () => {
  it('begins on the day after it was due', () => {
    expect(['2026-05-11', '2026-05-12', '2026-05-13'].map((day) => isOverdue('2026-05-12', day))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
