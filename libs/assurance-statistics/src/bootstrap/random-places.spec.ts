import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { randomPlaces } from './random-places.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('random places', () => {
  it('are the remainders of the words of SHA-256(seed|0), SHA-256(seed|1), ...', () => {
    const words = [...Buffer.from(sha256Hex('spring|0') + sha256Hex('spring|1'), 'hex').values()];
    const expected = Array.from({ length: 16 }, (_, at) =>
      words.slice(4 * at, 4 * at + 4).reduce((sum, byte) => sum * 256 + byte, 0) % 1000,
    ); // prettier-ignore
    const place = randomPlaces('spring', sha256Hex);
    expect(expected.map(() => place(1000))).toEqual(expected);
  });

  it('leave out the words at the upper end that would make a remainder likelier', () => {
    const place = randomPlaces('s', () => 'ffffffff' + '00000005' + 'fffffffe' + '00000001'.repeat(5));
    expect([place(3), place(3), place(3)]).toEqual([5 % 3, 0xfffffffe % 3, 1]);
    expect(place(2 ** 32)).toBe(1);
  });

  it('come equally often', () => {
    const place = randomPlaces('dice', sha256Hex);
    const thrown = Array.from({ length: 60_000 }, () => place(6));
    const deviations = [0, 1, 2, 3, 4, 5].map((side) => thrown.filter((one) => one === side).length - 10_000);
    const chiSquared = deviations.reduce((sum, deviation) => sum + deviation ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(20.5);
    expect(chiSquared).toBeGreaterThan(0.2);
  });
});
