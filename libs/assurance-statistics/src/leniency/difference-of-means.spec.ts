import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceOfMeans } from './difference-of-means.js';

describe('the difference of two means', () => {
  it('is that of a case worked by hand', () => {
    // Means 2 and 5; variances of the means 1/3 and 4/3, so 5/3 with 25/9 / (1/18 + 16/18) = 50/17 degrees of freedom.
    const { value } = differenceOfMeans([1, 2, 3], [3, 5, 7]);
    expect(value?.change).toBe(-3);
    expect(value?.standardError).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(value?.df).toBeCloseTo(50 / 17, 12);
    expect(value!.ci[0]).toBeLessThan(-3);
    expect(value!.ci[0] + value!.ci[1]).toBeCloseTo(-6, 12);
  });

  it('is undefined for too few values and where nothing varies', () => {
    expect(differenceOfMeans([1], [2, 3])).toEqual({ value: null, reason: 'too-few-values' });
    expect(differenceOfMeans([1, 1], [2, 2])).toEqual({ value: null, reason: 'no-variation' });
  });

  it('turns round with the groups', () => {
    const values = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [there, back] = [differenceOfMeans(a, b).value, differenceOfMeans(b, a).value];
        if (there === null || back === null) expect(there).toBe(back);
        else expect(there.ci).toEqual([expect.closeTo(-back.ci[1], 9), expect.closeTo(-back.ci[0], 9)]);
      }),
      { seed: 1947, numRuns: 200 },
    );
  });
});
