import { describe, expect, it } from '@jest/globals';
import { runningPeriodFrom } from './running-period.js';

describe('the period whose cycle is running', () => {
  it.each([
    ['2026-11-22', '2026-11-01'],
    ['2026-12-31', '2026-11-01'],
    ['2026-02-28', '2026-01-01'],
    ['2026-10-01', '2026-09-01'],
  ])('on %s began on %s', (today, from) => {
    expect(runningPeriodFrom(today)).toBe(from);
  });

  it.each([
    ['2026-11-16', '2026-09-01'],
    ['2026-11-17', '2026-11-01'],
    ['2027-01-05', '2026-11-01'],
  ])('is the one before until that is closed: on %s it began on %s', (today, from) => {
    expect(runningPeriodFrom(today)).toBe(from);
  });
});
