import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectWithin, workedValues } from './testing/worked-values.js';
import { wilsonInterval } from './wilson-interval.js';

describe('the Wilson interval', () => {
  const values = workedValues<{ conf: number }, { x: number; n: number }, unknown>('wilson');
  it.each(values)('gives the worked value $id', ({ params, input, expected, tolerance }) => {
    expectWithin(tolerance, wilsonInterval(input.x, input.n, params.conf), expected);
  });

  it('is 95 % unless another confidence is asked for', () => {
    expect(wilsonInterval(23, 30)).toEqual(wilsonInterval(23, 30, 0.95));
  });

  it('contains the estimate and stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 1_000_000 })
          .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
        ([x, n], confidence) => {
          const { value, ci } = wilsonInterval(x, n, confidence);
          expect(ci).not.toBeNull();
          const [lower, upper] = ci ?? [NaN, NaN];
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(value).toBeGreaterThanOrEqual(lower);
          expect(value).toBeLessThanOrEqual(upper);
        },
      ),
    );
  });

  it('is exactly 0 below nobody and exactly 1 above everybody', () => {
    for (let n = 1; n <= 300; n += 1) {
      expect(wilsonInterval(0, n).ci?.[0]).toBe(0);
      expect(wilsonInterval(n, n).ci?.[1]).toBe(1);
    }
  });

  it.each([
    [8, 7, 0.95],
    [-1, 7, 0.95],
    [1.5, 7, 0.95],
    [NaN, 7, 0.95],
    [3, 7, 1],
    [3, 7, 95],
  ])('refuses %p of %p at confidence %p as a mistake of the caller', (x, n, confidence) => {
    expect(() => wilsonInterval(x, n, confidence)).toThrow(RangeError);
  });
});
