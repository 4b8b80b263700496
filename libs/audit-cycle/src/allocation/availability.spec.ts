import { describe, expect, it } from '@jest/globals';
import { capacityOn, unavailable } from './availability.js';

describe('The capacity on a day', () => {
  const capacities = [
    { audits: 2, from: '2026-05-01' },
    { audits: 6, from: '2026-03-01' },
    { audits: 0, from: '2026-06-01' },
  ];

  it.each([
    ['2026-02-28', 8],
    ['2026-03-01', 6],
    ['2026-04-30', 6],
    ['2026-05-01', 2],
    ['2026-06-01', 0],
  ])('is on %s what was set last from a day until then: %i', (day, audits) => {
    expect(capacityOn({ capacities }, day, 8)).toBe(audits);
  });
});

describe('Somebody is not available', () => {
  const days = ['2026-04-09', '2026-04-10', '2026-04-13'];
  const leave = (from: string, to: string | null) => ({ from, to });

  it('when they are absent on each of the working days, in one piece or in several', () => {
    const twice = [leave('2026-04-01', '2026-04-10'), leave('2026-04-13', '2026-04-13')];
    expect(unavailable({ absences: twice, agencyEndsOn: null }, days)).toBe('absent');
    expect(unavailable({ absences: [leave('2026-04-09', null)], agencyEndsOn: null }, days)).toBe('absent');
  });

  it.each([
    ['2026-04-10', null],
    ['2026-04-01', '2026-04-12'],
    ['2026-04-10', '2026-04-10'],
  ])('but is when a working day is left beside %s to %s', (from, to) => {
    expect(unavailable({ absences: [leave(from, to)], agencyEndsOn: null }, days)).toBeNull();
  });

  it('when their agency lends them to no later than a day before the audit is due', () => {
    expect(unavailable({ absences: [], agencyEndsOn: '2026-04-12' }, days)).toBe('agency-ended');
    expect(unavailable({ absences: [], agencyEndsOn: '2026-04-13' }, days)).toBeNull();
  });
});
