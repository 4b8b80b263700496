import { describe, expect, it } from '@jest/globals';
import { FINALISED, MODERATED, UPHELD, auditAfter } from '../testing/an-audit.js';
import { dueForReAudit, type ActionToList, type AuditToList } from './due-for-re-audit.js';

const TODAY = '2026-06-29';
const WEEKS = { sharePercent: 15, fromWeeks: 8, toWeeks: 12 };
const GOOD = auditAfter(...MODERATED, FINALISED);
const changed = { ...UPHELD, facts: { ...UPHELD.facts, to: 'inadequate' } } as const;
const INADEQUATE = auditAfter(...MODERATED.slice(0, -1), changed, FINALISED);

/** An action that was reported done on this day; the status follows from it unless given. */
const action = (reportedOn: string | null, status?: ActionToList['status']): ActionToList => ({
  status: status ?? (reportedOn === null ? 'open' : 'reported-done'),
  reportedOn,
});

const audit = (...actions: readonly ActionToList[]): AuditToList => ({
  audit: 'a',
  state: GOOD,
  actions,
  listed: false,
  doneAgain: false,
});
const eligible = (one: AuditToList): boolean =>
  dueForReAudit('cycle-1', [one], WEEKS, TODAY).eligible.includes('a');

describe('An audit is eligible to be drawn for re-audit', () => {
  it.each([
    ['a day less than 8 weeks ago', '2026-05-05', false],
    ['8 weeks ago to the day', '2026-05-04', true],
    ['12 weeks ago to the day', '2026-04-06', true],
    ['a day more than 12 weeks ago', '2026-04-05', false],
  ])('when its action was reported done %s: %s, %s', (_, reportedOn, expected) => {
    expect(eligible(audit(action(reportedOn)))).toBe(expected);
  });

  it('by the last of its reports', () => {
    expect(eligible(audit(action('2026-01-01'), action('2026-05-04')))).toBe(true);
    expect(eligible(audit(action('2026-05-04'), action('2026-06-01')))).toBe(false);
  });

  it('only when every action was reported; those cancelled do not count', () => {
    expect(eligible(audit(action('2026-05-04'), action(null)))).toBe(false);
    expect(eligible(audit(action('2026-05-04'), action(null, 'cancelled')))).toBe(true);
    expect(eligible(audit(action('2026-05-04'), action('2026-06-20', 'cancelled')))).toBe(true);
  });

  it('also when it was verified since', () => {
    expect(eligible(audit(action('2026-05-04', 'verified-not-done')))).toBe(true);
  });

  it('never without an action, before it is final, or when it had its turn', () => {
    expect(eligible(audit())).toBe(false);
    expect(eligible(audit(action(null, 'cancelled')))).toBe(false);
    expect(eligible({ ...audit(action('2026-05-04')), state: auditAfter(...MODERATED) })).toBe(false);
    expect(eligible({ ...audit(action('2026-05-04')), listed: true })).toBe(false);
    expect(eligible({ ...audit(action('2026-05-04')), doneAgain: true })).toBe(false);
  });
});

describe('The list of re-audits', () => {
  const list = (...audits: readonly AuditToList[]) => dueForReAudit('cycle-1', audits, WEEKS, TODAY);

  it('takes every inadequate audit whatever became of its actions, and does not draw it as well', () => {
    const inadequate = { ...audit(action(null)), state: INADEQUATE };
    const reported = { ...audit(action('2026-05-04')), audit: 'b', state: INADEQUATE };
    expect(list(inadequate, reported)).toMatchObject({ eligible: [], inadequate: ['a', 'b'] });
    expect(list({ ...inadequate, doneAgain: true })).toMatchObject({ inadequate: [] });
  });

  it('takes an inadequate audit anew when the re-audit that a draw came to was never done', () => {
    const inadequate = { ...audit(action(null)), state: INADEQUATE };
    expect(list({ ...inadequate, listed: true })).toMatchObject({ inadequate: ['a'] });
  });

  it('is in the order of the ids, however the audits come', () => {
    const [one, two] = [audit(action('2026-05-04')), { ...audit(action('2026-05-04')), audit: 'B' }];
    expect(list(one, two)).toEqual(list(two, one));
    expect(list(one, two)).toEqual({
      cycle: 'cycle-1',
      asAt: TODAY,
      eligible: ['B', 'a'],
      inadequate: [],
    });
  });
});
