import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import type { ExtendDeadline } from './commands.js';
import { cycle } from './decider.js';
import type { CycleEvent } from './events.js';

const extend = (rest: Partial<ExtendDeadline> = {}): ExtendDeadline => ({
  type: 'ExtendDeadline',
  to: '2026-06-30',
  reasonCode: 'sickness',
  reason: 'Two auditors were away.',
  ...rest,
});
const EXTENDED = {
  type: 'DeadlineExtended',
  facts: { from: '2026-05-31', to: '2026-06-30', reasonCode: 'sickness', by: 'lead' },
  narrative: { reason: 'Two auditors were away.' },
} as const satisfies CycleEvent;
const lead = inAuthority('lead');

describe('Extending the deadline of a cycle', () => {
  it('moves the last day of its period, and keeps the day before with who did it and why', () => {
    given(cycle, [PLANNED]).when(extend(), lead).then(EXTENDED);
  });

  it('moves the period and nothing else: what is reviewed stays as it was planned', () => {
    expect(cycleAfter(PLANNED, EXTENDED)).toEqual({
      ...cycleAfter(PLANNED),
      period: { from: '2026-04-01', to: '2026-06-30' },
    });
  });

  it('goes from the day that holds, once it was moved', () => {
    given(cycle, [PLANNED, EXTENDED])
      .when(extend({ to: '2026-07-31' }), lead)
      .then({ ...EXTENDED, facts: { ...EXTENDED.facts, from: '2026-06-30', to: '2026-07-31' } });
    given(cycle, [PLANNED, EXTENDED]).when(extend(), lead).thenRefused('not-later', { until: '2026-06-30' });
  });

  it.each<[string, Partial<ExtendDeadline>, string]>([
    ['the same day', { to: '2026-05-31' }, 'not-later'],
    ['an earlier day', { to: '2026-05-30' }, 'not-later'],
    ['no day of the calendar', { to: '2026-06-31' }, 'not-a-date'],
    ['no reason in words', { reason: ' ' }, 'reason-missing'],
    ['a reason code that could hold a sentence', { reasonCode: 'They were ill' }, 'code-malformed'],
  ])('refuses %s', (_, fault, code) => {
    given(cycle, [PLANNED]).when(extend(fault), lead).thenRefused(code);
  });

  it('does not move it to a day that has passed', () => {
    given(cycle, [PLANNED])
      .when(extend(), inAuthority('lead', { now: '2026-07-01T09:00:00.000Z' }))
      .thenRefused('due-in-the-past', { today: '2026-07-01' });
  });

  it('is for a QA lead', () => {
    given(cycle, [PLANNED]).when(extend(), inAuthority('leader')).thenRefused('not-permitted');
  });
});
