import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { randomWords, xoshiro128 } from './random-words.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('random words', () => {
  it('are those of the published generator', () => {
    const word = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, word)).toEqual([
      ...[11520, 0, 5927040, 70819200, 2031721883],
      ...[1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
    ]);
  });

  it('begin with the digest of the seed', () => {
    // sha256("spring")
    const digest = sha256Hex('spring');
    const words = [digest.slice(0, 8), digest.slice(8, 16), digest.slice(16, 24), digest.slice(24, 32)];
    const expected = xoshiro128(words.map((word) => Number(`0x${word}`)));
    const word = randomWords('spring', sha256Hex);
    expect(Array.from({ length: 20 }, word)).toEqual(Array.from({ length: 20 }, expected));
  });

  it('come equally often, also by their lowest digits', () => {
    const word = randomWords('dice', sha256Hex);
    const counts = Array.from({ length: 32 }, () => 0);
    for (let drawn = 0; drawn < 64_000; drawn += 1) {
      const one = word();
      counts[one % 16]! += 1;
      counts[16 + (one >>> 28)]! += 1;
    }
    for (const half of [counts.slice(0, 16), counts.slice(16)]) {
      const chiSquared = half.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
      expect(chiSquared).toBeLessThan(37.7);
      expect(chiSquared).toBeGreaterThan(3.5);
    }
  });
});
