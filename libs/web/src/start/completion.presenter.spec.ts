import { describe, expect, it } from '@jest/globals';
import type { ActionCompletion } from '#views';
import { presentCompletion } from './completion.presenter.js';

const COMPLETION: ActionCompletion = {
  cycle: { id: 'c', title: 'June 2026', kind: 'core', status: 'open' },
  position: '1',
  asOf: null,
  today: '2026-06-16',
  set: 2510,
  open: 1200,
  reportedDone: 600,
  verifiedDone: 400,
  verifiedPartly: 200,
  verifiedNotDone: 100,
  cancelled: 10,
  overdue: 1003,
  repeats: 77,
  medianCalendarDaysToVerified: { value: 9.5, n: 700 },
  byPriority: [],
};

describe('the completion of actions on the page', () => {
  it('has every state with its own number, and the parts with what they are parts of', () => {
    expect(presentCompletion(COMPLETION)).toEqual({
      rows: [
        { label: 'Open', n: '1,200' },
        { label: 'Reported done', n: '600' },
        { label: 'Verified as done', n: '400' },
        { label: 'Verified as done in part', n: '200' },
        { label: 'Verified as not done', n: '100' },
        { label: 'Cancelled', n: '10' },
      ],
      total: '2,510',
      notes: [
        'Overdue on 16 June 2026: 1,003 of 1,200 open.',
        'Repeats of an earlier action: 77 of 2,510 set.',
        'Median time from setting to verifying: 9.5 calendar days (n = 700 verified).',
      ],
    });
  });

  it('has no median where nothing is verified', () => {
    const none = { value: null, n: 0, reason: 'n=0' } as const;
    expect(presentCompletion({ ...COMPLETION, medianCalendarDaysToVerified: none }).notes.at(-1)).toBe(
      'No action is verified yet, so there is no time from setting to verifying.',
    );
  });
});
