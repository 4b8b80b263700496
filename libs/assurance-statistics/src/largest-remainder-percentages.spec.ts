import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { largestRemainderPercentages } from './largest-remainder-percentages.js';
import { expectWithin, workedValues } from './testing/worked-values.js';

describe('percentages by largest remainder', () => {
  const values = workedValues<{ decimals: number }, { counts: number[] }, { percent: number[] | null }>(
    'largest_remainder_percent',
  );
  it.each(values)('gives the worked value $id', ({ params, input, expected, tolerance }) => {
    expectWithin(
      tolerance,
      largestRemainderPercentages(input.counts, params.decimals).value,
      expected.percent,
    );
  });

  it('says why there are no percentages of nothing', () => {
    expect(largestRemainderPercentages([0, 0])).toEqual({ value: null, reason: 'n=0' });
    expect(largestRemainderPercentages([])).toEqual({ value: null, reason: 'n=0' });
  });

  it('gives the last unit to the larger of two counts with equal remainders, whatever their order', () => {
    expect(largestRemainderPercentages([1, 3, 4])).toEqual({ value: [12, 38, 50] });
    expect(largestRemainderPercentages([3, 1, 4])).toEqual({ value: [38, 12, 50] });
  });

  it('adds up to exactly 100 and is never a whole unit away from the true percentage', () => {
    const counts = fc
      .array(fc.integer({ min: 0, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 12 })
      .filter((drawn) => drawn.some((count) => count > 0));
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 6 }), (drawn, decimals) => {
        const { value } = largestRemainderPercentages(drawn, decimals);
        const scale = 10 ** decimals;
        const units = (value ?? []).map((percent) => Math.round(percent * scale));
        expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(100 * scale);
        const n = drawn.reduce((sum, count) => sum + count, 0);
        units.forEach((unit, at) => {
          expect(Math.abs(unit - (100 * scale * (drawn[at] ?? NaN)) / n)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it('refuses counts that are not counts', () => {
    expect(() => largestRemainderPercentages([1, -1])).toThrow(RangeError);
    expect(() => largestRemainderPercentages([0.5, 0.5])).toThrow(RangeError);
    expect(() => largestRemainderPercentages([1], 7)).toThrow(RangeError);
  });
});
