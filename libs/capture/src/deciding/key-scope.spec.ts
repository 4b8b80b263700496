import { expect, it } from '@jest/globals';
import { aggregates, CURRENT_SCALE } from '#audit-cycle';
import { keyScope } from './key-scope.js';

it('puts what a reviewer wrote about a case under the key of that case, and what is about the round under its own', () => {
  const { initialState } = aggregates['review-round'];
  const committed = {
    type: 'BlindGradeCommitted',
    facts: { audit: 'a-1', reviewer: 'eve', grade: 'good', scale: CURRENT_SCALE, sections: [] },
    narrative: { rationale: 'As read.' },
  } as const;
  expect(keyScope('review-round', 'r-1', initialState, committed)).toBe('case-audit-a-1');
  const withdrawn = {
    type: 'ReviewerWithdrawn',
    facts: { reviewer: 'eve', reasonCode: 'ill' },
    narrative: null,
  } as const;
  expect(keyScope('review-round', 'r-1', initialState, withdrawn)).toBe('review-round-r-1');
});

it('puts what a surgery showed, and the actions that were set from it, under a key of their own', () => {
  const held = {
    type: 'SurgeryHeld',
    facts: {
      ...{ surgery: 2, period: { from: '2026-03-31', to: '2026-03-31' }, on: '2026-04-10', by: 'lead' },
      ...{ with: [], cases: ['c1', 'c2'], reviewRequested: null },
    },
    narrative: { notes: 'Late.' },
  } as const;
  const set = {
    type: 'ActionSet',
    facts: {
      source: { kind: 'measure', measure: 'm-1', surgery: 2 },
      owner: 'tim',
      team: null,
      priority: 'medium',
      kind: 'compliance',
      due: '2026-05-12',
    },
    narrative: { text: 'Write visits up.' },
  } as const;
  const { measure, 'improvement-action': action } = aggregates;
  const ofSurgery = keyScope('measure', 'm-1', measure.initialState, held);
  expect(ofSurgery).toBe('measure-m-1-surgery-2');
  expect(keyScope('improvement-action', 'a-1', action.evolve(action.initialState, set), set)).toBe(ofSurgery);
  const requested = {
    type: 'ReviewRequested',
    facts: { period: held.facts.period, why: 'falling', by: 'lead' },
    narrative: null,
  } as const;
  expect(keyScope('measure', 'm-1', measure.initialState, requested)).toBe('measure-m-1');
});
