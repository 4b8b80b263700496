import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocateProportionally } from './allocate-proportionally.js';
import { expectWithin, workedValues } from './testing/worked-values.js';

describe('proportional allocation', () => {
  const values = workedValues<unknown, { n: number; Nh: number[] }, unknown>('allocation_proportional');
  it.each(values)('gives the worked value $id', ({ input, expected, tolerance }) => {
    expectWithin(tolerance, allocateProportionally(input.n, input.Nh).value, expected);
  });

  it('gives a small stratum its minimum, at the cost of the others', () => {
    expect(allocateProportionally(10, [990, 10]).value?.allocation).toEqual([10, 0]);
    expect(allocateProportionally(10, [990, 10], 2).value?.allocation).toEqual([8, 2]);
  });

  it('takes a stratum whole that holds fewer than the minimum, and names it a census', () => {
    const { value } = allocateProportionally(10, [100, 1, 0], 3);
    expect(value?.allocation).toEqual([9, 1, 0]);
    expect(value?.censusStrata).toEqual([1]);
  });

  it('settles an odd place on the larger stratum, then on the earlier', () => {
    expect(allocateProportionally(3, [15, 15]).value?.allocation).toEqual([2, 1]);
    expect(allocateProportionally(2, [1, 3]).value?.allocation).toEqual([0, 2]);
  });

  it.each([
    [0, [5, 5], 0, 'size-below-one'],
    [11, [5, 5], 0, 'size-exceeds-population'],
    [1, [], 0, 'size-exceeds-population'],
    [3, [5, 5], 2, 'minimums-exceed-size'],
  ] as const)('of %p over %j with at least %p each does not exist: %s', (size, strata, minimum, reason) => {
    expect(allocateProportionally(size, strata, minimum)).toEqual({ value: null, reason });
  });

  it('adds up to the size, within capacity and minimum, and off the exact share only where a limit binds', () => {
    const request = fc
      .record({
        strata: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 12 }),
        minimum: fc.integer({ min: 0, max: 20 }),
      })
      .chain(({ strata, minimum }) => {
        const least = strata.reduce((sum, held) => sum + Math.min(held, minimum), 0);
        const most = strata.reduce((sum, held) => sum + held, 0);
        return fc.record({
          strata: fc.constant(strata),
          minimum: fc.constant(minimum),
          size: fc.integer({ min: Math.max(1, least), max: Math.max(1, most) }),
        });
      })
      .filter(({ strata }) => strata.some((held) => held > 0));
    fc.assert(
      fc.property(request, ({ strata, minimum, size }) => {
        const allocation = allocateProportionally(size, strata, minimum).value?.allocation ?? [];
        expect(allocation.reduce((sum, places) => sum + places, 0)).toBe(size);
        const least = strata.map((held) => Math.min(held, minimum));
        allocation.forEach((places, at) => {
          expect(places).toBeGreaterThanOrEqual(least[at] ?? NaN);
          expect(places).toBeLessThanOrEqual(strata[at] ?? NaN);
        });
        if (minimum === 0) {
          const population = strata.reduce((sum, held) => sum + held, 0);
          allocation.forEach((places, at) => {
            expect(Math.abs(places - (size * (strata[at] ?? NaN)) / population)).toBeLessThan(1);
          });
        }
      }),
    );
  });

  it('refuses a size or a stratum that is not a whole number', () => {
    expect(() => allocateProportionally(2.5, [5])).toThrow('size must be a whole number');
    expect(() => allocateProportionally(2, [5.5])).toThrow('strataSizes[0] must be a whole number');
  });
});
