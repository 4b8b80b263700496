import { describe, expect, it } from '@jest/globals';
import type { ModerationRule } from '#audit-cycle';
import { moderationChance } from './moderation-chance.js';

describe('the chance that an audit is moderated', () => {
  it.each<[readonly ModerationRule[], number, boolean]>([
    [['grade'], 1, true],
    [['random', 'unapproved-auditor'], 1, true],
    [['requested', 'above-limit'], 1, true],
    [['random'], 0.2, true],
    [['random', 'requested'], 0.2, true],
    [['requested'], 0.2, false],
    [[], 0.2, false],
  ])('when %j asked is %d, and whether that chose it: %s', (rules, probability, chosen) => {
    expect(moderationChance({ rules }, 20)).toEqual({ probability, chosen });
  });
});
