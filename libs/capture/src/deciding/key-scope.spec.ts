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
