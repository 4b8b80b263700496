import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isDrawnForModeration, moderationDrawText } from './moderation-draw.js';

const rest = '0'.repeat(51);
const drawOf = (secret: string, audit: string): string =>
  createHash('sha256').update(moderationDrawText(secret, audit)).digest('hex');

describe('The random choice for moderation', () => {
  it('is made from the secret and the audit, in one way that anybody can repeat', () => {
    expect(moderationDrawText('5a', 'audit-1')).toBe('5a|audit-1');
  });

  it('takes what lies below the share, and not the share itself', () => {
    expect(isDrawnForModeration(`7ffffffffffff${rest}`, 50)).toBe(true);
    expect(isDrawnForModeration(`8000000000000${rest}`, 50)).toBe(false);
  });

  it('takes nothing of no share, and everything of the whole', () => {
    expect(isDrawnForModeration('0'.repeat(64), 0)).toBe(false);
    expect(isDrawnForModeration('f'.repeat(64), 100)).toBe(true);
  });

  it('takes about its share of many audits', () => {
    const audits = Array.from({ length: 10_000 }, (_, n) => `audit-${n}`);
    const taken = audits.filter((audit) => isDrawnForModeration(drawOf('a secret', audit), 20)).length;
    // Four standard deviations of 10,000 draws at 20 % are 160.
    expect(Math.abs(taken - 2000)).toBeLessThan(160);
  });

  it('takes other audits under another secret', () => {
    const audits = Array.from({ length: 200 }, (_, n) => `audit-${n}`);
    const under = (secret: string): readonly string[] =>
      audits.filter((audit) => isDrawnForModeration(drawOf(secret, audit), 20));
    expect(under('one secret')).not.toEqual(under('another secret'));
  });

  it('refuses what is no digest', () => {
    for (const draw of ['', 'F'.repeat(64), '0'.repeat(63)])
      expect(() => isDrawnForModeration(draw, 20)).toThrow(RangeError);
  });
});
