import { describe, it } from '@jest/globals';
import { measureNotDefined } from '../measure/state.js';
import { given } from '../testing.js';
import {
  ACCEPTED,
  ACTION_SET,
  REPORTED_DONE,
  SET_BY_SURGERY,
  SET_FROM_SURGERY,
  by,
  byHolderOf,
  verified,
} from '../testing/an-action.js';
import type { SetActionFromSurgery } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import { improvementAction } from './decider.js';
import type { ImprovementActionEvent } from './events.js';

/** No audit, no cycle: an action from a surgery has neither. */
const aside = (person: string, told: Partial<ImprovementActionContext> = {}): ImprovementActionContext =>
  by(person, { audit: { status: 'not-selected' }, cycle: { status: 'not-planned' }, tool: null, ...told });

const setBy = (context = aside('lead'), change: Partial<SetActionFromSurgery> = {}) =>
  given(improvementAction, []).when({ ...SET_FROM_SURGERY, ...change }, context);

const actionSet = (facts: object): ImprovementActionEvent => ({
  ...SET_BY_SURGERY,
  facts: { ...SET_BY_SURGERY.facts, ...facts },
});

describe('An action from a surgery is set', () => {
  it.each(['lead', 'leader'])('by whoever may hold a surgery, such as the %s', (person) => {
    setBy(aside(person)).then(SET_BY_SURGERY);
  });

  it.each(['auditor', 'second-auditor', 'moderator', 'guardian'])(
    'but not by anybody else, such as the %s',
    (person) => {
      setBy(aside(person)).thenRefused('not-permitted');
    },
  );

  it('after a surgery of that measure, and not before', () => {
    setBy(aside('lead'), { surgery: 2 }).thenRefused('unknown-surgery', { surgery: 2, held: 1 });
    setBy(aside('lead'), { surgery: 0 }).thenRefused('unknown-surgery');
    setBy(aside('lead', { measure: measureNotDefined })).thenRefused('not-found');
  });

  it('for somebody who works here today', () => {
    setBy(aside('lead'), { owner: 'leaver' }).thenRefused('person-not-here', { person: 'leaver' });
  });

  it('for the team that is named, or for none: there is no child whose team it would be', () => {
    setBy(aside('lead'), { team: '  Health  visitors ' }).then(actionSet({ team: 'Health visitors' }));
    setBy(aside('lead'), { team: ' ' }).thenRefused('team-missing');
  });

  it('with a text', () => {
    setBy(aside('lead'), { text: ' \n' }).thenRefused('text-missing');
  });

  it('due by the policy of the authority, as no cycle has a copy for it', () => {
    setBy(aside('lead'), { priority: 'urgent' }).then(actionSet({ priority: 'urgent', due: '2026-04-15' }));
    setBy(aside('lead'), { kind: 'impact' }).then(actionSet({ kind: 'impact', due: '2026-07-08' }));
    setBy(aside('lead'), { due: '2026-04-20' }).then(actionSet({ due: '2026-04-20' }));
    setBy(aside('lead'), { due: '2026-05-13' }).thenRefused('due-after-policy', { latest: '2026-05-12' });
    setBy(aside('lead', { policy: null })).thenRefused('policy-missing');
  });

  it('once', () => {
    given(improvementAction, [SET_BY_SURGERY])
      .when(SET_FROM_SURGERY, aside('lead'))
      .thenRefused('already-set');
    given(improvementAction, [ACTION_SET]).when(SET_FROM_SURGERY, aside('lead')).thenRefused('already-set');
  });

  it('as a repeat of an earlier one of the measure, and of nothing else', () => {
    setBy(aside('lead'), { repeats: 'earlier' }).then(SET_BY_SURGERY, {
      type: 'ActionLinked',
      facts: { repeats: 'earlier' },
      narrative: null,
    });
    setBy(aside('lead'), { repeats: 'of-a-child' }).thenRefused('unknown-repeat', { repeats: 'of-a-child' });
  });
});

describe('An action from a surgery', () => {
  const open = given(improvementAction, [SET_BY_SURGERY]);
  const done = given(improvementAction, [SET_BY_SURGERY, ACCEPTED, REPORTED_DONE]);
  const verify = { type: 'VerifyAction', verdict: 'done', method: 'record-checked' } as const;

  it.each(['lead', 'leader'])('is linked to an earlier one of the measure by the %s', (person) => {
    open
      .when({ type: 'LinkAction', repeats: 'earlier' }, aside(person))
      .then({ type: 'ActionLinked', facts: { repeats: 'earlier' }, narrative: null });
  });

  it('is linked to nothing else, and by nobody who audits', () => {
    open
      .when({ type: 'LinkAction', repeats: 'of-a-child' }, aside('lead'))
      .thenRefused('unknown-repeat', { repeats: 'of-a-child' });
    open.when({ type: 'LinkAction', repeats: 'earlier' }, aside('auditor')).thenRefused('not-permitted');
  });

  it('is on no child’s record', () => {
    open
      .when({ type: 'RecordOnChildRecord', on: '2026-04-13' }, aside('worker'))
      .thenRefused('about-no-child');
    open
      .when({ type: 'RecordOnChildRecord', on: '2026-04-13' }, aside('auditor'))
      .thenRefused('not-permitted');
  });

  it('is verified by anybody but its owners who looks at the work of others, of whatever team', () => {
    done.when(verify, aside('second-auditor')).then(verified('done'));
    done.when(verify, byHolderOf('worker', 'qa-lead')).thenRefused('own-action');
    done.when(verify, aside('guardian')).thenRefused('not-permitted');
    open.when(verify, aside('lead')).thenRefused('not-reported-done');
  });
});
