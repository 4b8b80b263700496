import { expect, it } from '@jest/globals';
import { opinionByRule } from './opinion-by-rule.js';

const OVER = { whole: true, concluded: true };
const rule = { reliableFromPercent: 60, limitsFromPercent: 40 };

it.each([
  [43, 59, 'reliable'],
  // At least 59.97 %, which is printed as 60.
  [42, 59, 'reliable-with-limits'],
  [50, 101, 'reliable-with-limits'],
  // At least 39.96 %, which is printed as 40.
  [49, 101, 'not-reliable'],
] as const)(
  'the same grade %s times of %s is %s by the rule, whatever is rounded in print',
  (n, of, says) => {
    expect(opinionByRule(rule, { n, of }, OVER)).toEqual({ says, ...rule });
  },
);

it('says nothing of a round in which nothing is compared', () => {
  expect(opinionByRule(rule, { n: 0, of: 0 }, OVER)).toEqual({ says: null, reason: 'n=0', ...rule });
});

it('says nothing of a part of a round', () => {
  expect(opinionByRule(rule, { n: 30, of: 30 }, { ...OVER, whole: false })).toEqual({
    says: null,
    reason: 'part-of-round',
    ...rule,
  });
});

it('says nothing in the middle of a round', () => {
  expect(opinionByRule(rule, { n: 3, of: 3 }, { ...OVER, concluded: false })).toMatchObject({
    ...{ says: null, reason: 'not-concluded' },
  });
});
