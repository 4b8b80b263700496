import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocateNeyman } from './allocate-neyman.js';
import { expectWithin, workedValues } from './testing/worked-values.js';

describe('Neyman allocation', () => {
  const values = workedValues<unknown, { n: number; Nh: number[]; Sh: number[] }, unknown>(
    'allocation_neyman',
  );
  it.each(values)('gives the worked value $id', ({ input, expected, tolerance }) => {
    const strata = input.Nh.map((size, at) => ({ size, standardDeviation: input.Sh[at] ?? NaN }));
    expectWithin(tolerance, allocateNeyman(input.n, strata).value, expected);
  });

  it('leaves a stratum without scatter its minimum', () => {
    const strata = [
      { size: 500, standardDeviation: 0 },
      { size: 500, standardDeviation: 0.4 },
    ];
    expect(allocateNeyman(20, strata, 1).value?.allocation).toEqual([1, 19]);
  });

  it('keeps the minimums also where they push a stratum back that would else be taken whole', () => {
    const strata = [
      { size: 9, standardDeviation: 1000 },
      { size: 100, standardDeviation: 1 },
      { size: 100, standardDeviation: 1 },
    ];
    expect(allocateNeyman(10, strata, 0).value?.allocation).toEqual([9, 1, 0]);
    expect(allocateNeyman(10, strata, 2).value?.allocation).toEqual([6, 2, 2]);
  });

  it('goes on by size among strata without scatter once the others are taken whole', () => {
    const strata = [
      { size: 30, standardDeviation: 0 },
      { size: 10, standardDeviation: 0.4 },
      { size: 60, standardDeviation: 0 },
    ];
    expect(allocateNeyman(19, strata).value?.allocation).toEqual([3, 10, 6]);
  });

  it('does not exist when nothing scatters', () => {
    expect(allocateNeyman(5, [{ size: 9, standardDeviation: 0 }])).toEqual({
      value: null,
      reason: 'no-variation',
    });
  });

  it('adds up to the size, within capacity and minimum, whatever the scatter', () => {
    const stratum = fc.record({
      size: fc.integer({ min: 1, max: 400 }),
      standardDeviation: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 50, noNaN: true })),
    });
    fc.assert(
      fc.property(
        fc.array(stratum, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 4000 }),
        (strata, minimum, size) => {
          const answer = allocateNeyman(size, strata, minimum);
          const least = strata.map((one) => Math.min(one.size, minimum));
          const population = strata.reduce((sum, one) => sum + one.size, 0);
          if (answer.value === null) {
            const impossible =
              size > population ||
              size < least.reduce((sum, places) => sum + places, 0) ||
              strata.every((one) => one.standardDeviation === 0);
            expect(impossible).toBe(true);
            return;
          }
          const { allocation } = answer.value;
          expect(allocation.reduce((sum, places) => sum + places, 0)).toBe(size);
          allocation.forEach((places, at) => {
            expect(places).toBeGreaterThanOrEqual(least[at] ?? NaN);
            expect(places).toBeLessThanOrEqual(strata[at]?.size ?? NaN);
          });
        },
      ),
    );
  });

  it('refuses a standard deviation that is not one', () => {
    expect(() => allocateNeyman(5, [{ size: 9, standardDeviation: NaN }])).toThrow(
      'strata[0].standardDeviation must be a number of at least 0, not NaN',
    );
  });
});
