import { describe, expect, it } from '@jest/globals';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { given } from '../testing.js';
import { ACTION_SET, by } from '../testing/an-action.js';
import { TO_MODERATE, auditAfter } from '../testing/an-audit.js';
import { improvementAction } from './decider.js';
import type { ImprovementActionEvent } from './events.js';

const link = (repeats = 'earlier') => ({ type: 'LinkAction', repeats }) as const;
const linked = (repeats = 'earlier'): ImprovementActionEvent => ({
  type: 'ActionLinked',
  facts: { repeats },
  narrative: null,
});
const set = given(improvementAction, [ACTION_SET]);
const audit = auditAfter(...TO_MODERATE);

describe('Linking an action to the one that it repeats', () => {
  it.each(['auditor', 'moderator', 'lead'])('is done by the %s', (person) => {
    set.when(link(), by(person, { audit })).then(linked());
  });

  it.each(['worker', 'leader', 'second-auditor'])('is refused to the %s', (person) => {
    set.when(link(), by(person, { audit })).thenRefused('not-permitted');
  });

  it('is done also when the cycle is closed', () => {
    const cycle = cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, CLOSED);
    set.when(link(), by('lead', { cycle })).then(linked());
  });

  it('is refused for what was not set before it for the same child', () => {
    set.when(link('later'), by('lead')).thenRefused('unknown-repeat', { repeats: 'later' });
  });

  it('is done once with the same action, and again with another', () => {
    const again = given(improvementAction, [ACTION_SET, linked()]);
    again.when(link(), by('lead')).thenRefused('already-linked');
    again.when(link('first'), by('lead', { earlierActions: ['first', 'earlier'] })).then(linked('first'));
  });

  it('needs its audit, as not knowing is a mistake of the program', () => {
    expect(() => set.when(link(), by('lead', { audit: { status: 'not-selected' } }))).toThrow(
      'Audit audit-1 was not looked up',
    );
  });
});
