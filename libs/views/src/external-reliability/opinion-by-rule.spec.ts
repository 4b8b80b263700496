import { expect, it } from '@jest/globals';
import { opinionByRule } from './opinion-by-rule.js';

const rule = { reliableFromPercent: 60, limitsFromPercent: 40 };

it.each([
  [60, 'reliable'],
  [59.9, 'reliable-with-limits'],
  [40, 'reliable-with-limits'],
  [39.9, 'not-reliable'],
] as const)('a share that is at least %s %% is %s by the rule', (lowerBound, says) => {
  expect(opinionByRule(rule, lowerBound, true)).toEqual({ says, ...rule });
});

it('says nothing of a round in which nothing is compared', () => {
  expect(opinionByRule(rule, null, true)).toEqual({ says: null, reason: 'n=0', ...rule });
});

it('says nothing of a part of a round', () => {
  expect(opinionByRule(rule, 90, false)).toEqual({ says: null, reason: 'part-of-round', ...rule });
});
