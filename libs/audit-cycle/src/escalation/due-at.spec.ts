import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BANK_HOLIDAYS_ENGLAND } from '../working-calendar/bank-holidays-england.js';
import { noCalendarYet } from '../working-calendar/state.js';
import type { OpenEscalation } from './commands.js';
import { dueAtOf } from './due-at.js';

const ENGLAND = {
  covers: BANK_HOLIDAYS_ENGLAND.covers,
  holidays: new Set(BANK_HOLIDAYS_ENGLAND.holidays),
};
const POLICY = { immediateRiskHours: 24, inadequateWorkingDays: 1 };
const raised = (raisedAt: string, reason: OpenEscalation['reason']): OpenEscalation => ({
  type: 'OpenEscalation',
  ...{ audit: 'a', risk: null, raisedBy: 'p', to: 'q', restricted: false, raisedAt, reason },
});

describe('An immediate risk', () => {
  it.each([
    ['2026-04-02T16:30:00.000Z', '2026-04-03T16:30:00.000Z', 'over Good Friday'],
    ['2026-03-28T20:00:00.123Z', '2026-03-29T20:00:00.123Z', 'over the night that is an hour short'],
    ['2026-10-24T20:00:00.000Z', '2026-10-25T20:00:00.000Z', 'over the night that is an hour long'],
    ['2026-12-31T23:59:59.999Z', '2027-01-01T23:59:59.999Z', 'into another year'],
  ])('raised at %s is due at %s (%s)', (at, due) => {
    expect(dueAtOf(raised(at, 'immediate-risk'), POLICY, ENGLAND)).toBe(due);
  });

  it('is due so many hours later by the clock, whatever the hours and the moment', () => {
    const moment = fc.date({
      min: new Date('2019-01-01T00:00:00Z'),
      max: new Date('2036-12-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 168 }), (at, hours) => {
        const policy = { ...POLICY, immediateRiskHours: hours };
        const due = dueAtOf(raised(at.toISOString(), 'immediate-risk'), policy, noCalendarYet);
        expect(due).toBe(new Date(at.getTime() + hours * 3_600_000).toISOString());
      }),
    );
  });
});

describe('An inadequate grade', () => {
  it.each([
    ['2026-01-14T10:00:00.000Z', '2026-01-15T23:59:59.999Z', 'a plain Wednesday in winter'],
    ['2026-07-15T10:00:00.000Z', '2026-07-16T22:59:59.999Z', 'in summer time'],
    ['2026-04-02T10:00:00.000Z', '2026-04-07T22:59:59.999Z', 'over Easter'],
    ['2026-07-15T23:30:00.000Z', '2026-07-17T22:59:59.999Z', 'after midnight in England already'],
    ['2026-03-27T12:00:00.000Z', '2026-03-30T22:59:59.999Z', 'into summer time'],
    ['2026-10-23T12:00:00.000Z', '2026-10-26T23:59:59.999Z', 'out of summer time'],
  ])('given at %s is due at %s (%s)', (at, due) => {
    expect(dueAtOf(raised(at, 'inadequate'), POLICY, ENGLAND)).toBe(due);
  });

  it('is due on the next weekday where the bank holidays are not known', () => {
    expect(dueAtOf(raised('2026-04-02T10:00:00.000Z', 'inadequate'), POLICY, noCalendarYet)).toBe(
      '2026-04-03T22:59:59.999Z',
    );
  });
});
