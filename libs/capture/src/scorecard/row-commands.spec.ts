import { describe, expect, it } from '@jest/globals';
import type { MeasureBasis } from '#audit-cycle';
import { daysOf, daysOfMonth } from './days-of-figures.js';
import { measureCode } from './measure-code.js';

describe('The days of a figure', () => {
  it.each<[MeasureBasis, string, string]>([
    ['snapshot', '2023-03-31', '2023-03-31'],
    ['year-to-date', '2023-03-31', '2022-04-01'],
    ['year-to-date', '2022-04-01', '2022-04-01'],
    ['year-to-date-three-years', '2024-03-31', '2021-04-01'],
    ['rolling-year', '2023-03-31', '2022-04-01'],
    ['termly', '2024-03-31', '2024-01-01'],
    ['termly', '2024-07-19', '2024-04-16'],
    ['termly', '2023-12-31', '2023-09-01'],
  ])('%s on %s are from %s', (basis, to, from) => {
    expect(daysOf(basis, to)).toEqual({ from, to });
  });

  it('of a month end with it, or with the day that the table speaks of', () => {
    expect(daysOfMonth('2023-02', '2023-03-31')).toEqual({ from: '2023-02-01', to: '2023-02-28' });
    expect(daysOfMonth('2023-03', '2023-03-15')).toEqual({ from: '2023-03-01', to: '2023-03-15' });
  });
});

describe('The code of a measure', () => {
  it('is its title in lower-case words, and never the same for two titles that begin alike', () => {
    expect(measureCode('% of CLA: 12 months')).toBe('percent-of-cla-12-months');
    const long = 'Young people who are in touch and known to be in education or training';
    const [one, other] = [measureCode(`${long} (a)`), measureCode(`${long} (b)`)];
    expect(one).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(one.length).toBeLessThanOrEqual(60);
    expect(one).not.toBe(other);
    expect(measureCode('\u00a3')).toMatch(/^measure-[0-9a-f]{8}$/);
  });
});
