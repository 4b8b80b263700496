import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goodmanIntervals } from './goodman-intervals.js';
import { sisonGlazIntervals } from './sison-glaz-intervals.js';

const COUNTS = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 7 })
  .filter((counts) => counts.some((count) => count > 0));

describe('simultaneous intervals of a distribution', () => {
  it('hold what was observed, between 0 and 1, in the order of the counts', () => {
    fc.assert(
      fc.property(COUNTS, (counts) => {
        const n = counts.reduce((sum, count) => sum + count, 0);
        const found = [goodmanIntervals(counts).value, sisonGlazIntervals(counts).value?.intervals];
        for (const intervals of found)
          intervals?.forEach(([lower, upper], at) => {
            const share = (counts[at] ?? NaN) / n;
            expect(0 <= lower && lower <= share + 1e-12 && share <= upper + 1e-12 && upper <= 1).toBe(true);
          });
      }),
    );
  });

  it('turn with the categories', () => {
    fc.assert(
      fc.property(COUNTS, (counts) => {
        const turned = goodmanIntervals([...counts].reverse()).value;
        expect(turned && [...turned].reverse()).toEqual(goodmanIntervals(counts).value);
      }),
    );
  });

  it('reach exactly 0 below nobody and exactly 1 above everybody', () => {
    for (let n = 1; n <= 200; n += 1) {
      const [all, none] = goodmanIntervals([n, 0]).value ?? [];
      expect([all?.[1], none?.[0]]).toEqual([1, 0]);
    }
  });

  it('do not exist for no case', () => {
    expect(goodmanIntervals([0, 0, 0, 0])).toEqual({ value: null, reason: 'n=0' });
    expect(sisonGlazIntervals([])).toEqual({ value: null, reason: 'n=0' });
  });

  it('do not exist after Sison and Glaz where one case decides', () => {
    for (const counts of [
      [1, 0, 0, 0],
      [0, 12, 0, 0],
      [1, 29, 0, 0],
      [50000, 0, 1, 0],
    ])
      expect(sisonGlazIntervals(counts)).toEqual({ value: null, reason: 'no-such-c' });
  });

  it('refuse what is no count and no confidence', () => {
    expect(() => goodmanIntervals([1.5])).toThrow('counts[0] must be a whole number of at least 0, not 1.5');
    expect(() => sisonGlazIntervals([3, 4], 95)).toThrow('confidence must be from 0.5 to 0.9999, not 95');
  });
});
