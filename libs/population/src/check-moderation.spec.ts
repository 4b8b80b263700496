import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '#event-log';
import { checkModeration, type ModerationChoice } from './check-moderation.js';

const secret = 'c'.repeat(64);
const graded = Array.from({ length: 40 }, (_, n) => `audit-${n}`);
/** As the product documents it, and not by its own function: the first 52 bits, as a share of one. */
const isChosen = (audit: string): boolean => {
  const digest = createHash('sha256').update(`${secret}|${audit}`).digest('hex');
  return Number(`0x${digest.slice(0, 13)}`) / 2 ** 52 < 0.2;
};
const choice: ModerationChoice = {
  secretDigest: createHash('sha256').update(secret).digest('hex'),
  secret,
  sharePercent: 20,
  graded,
  chosen: graded.filter(isChosen),
};
const [first] = choice.chosen;
const other = graded.find((audit) => !isChosen(audit))!;

const check = (changed: Partial<ModerationChoice>) => checkModeration({ ...choice, ...changed }, sha256Hex);

describe('checking the random choice for moderation', () => {
  it('finds the one that was made to be the same, whatever the order', () => {
    expect(choice.chosen.length).toBeGreaterThan(2);
    expect(check({})).toEqual({ same: true, cases: 40 });
    expect(check({ graded: [...graded].reverse() })).toEqual({ same: true, cases: 40 });
  });

  it('has nothing to find where nothing was graded', () => {
    expect(check({ graded: [], chosen: [] })).toEqual({ same: true, cases: 0 });
  });

  it.each<[string, Partial<ModerationChoice>, string]>([
    ['another secret', { secret: 'd'.repeat(64) }, 'another secret'],
    [
      'a secret that does not have the digest of the opening',
      { secretDigest: 'a'.repeat(64) },
      'another secret',
    ],
    ['an audit left out', { chosen: choice.chosen.slice(1) }, `By the secret the audit ${first} is chosen`],
    ['an audit added', { chosen: [...choice.chosen, other] }, `The audit ${other} was chosen`],
    ['one in place of another', { chosen: [other, ...choice.chosen.slice(1)] }, 'by the secret'],
    ['one chosen that was never graded', { chosen: [...choice.chosen, 'audit-99'] }, 'audit-99 was chosen'],
    ['one chosen twice', { chosen: [...choice.chosen, first!] }, 'not once'],
    ['one graded that is named twice', { graded: [...graded, first!] }, 'twice'],
    ['another share', { sharePercent: 90 }, 'By the secret'],
  ])('finds %s', (_, changed, says) => {
    expect(check(changed)).toEqual({ same: false, reason: expect.stringMatching(new RegExp(says, 'i')) });
  });
});
