import { describe, expect, it } from '@jest/globals';
import { exactLowerBound } from './exact-lower-bound.js';

describe('the exact lower limit of a share', () => {
  it('is the nth root of the risk where all have the property', () => {
    for (const n of [1, 10, 30, 60]) expect(exactLowerBound(n, n).value).toBeCloseTo(0.05 ** (1 / n), 12);
  });

  it('is what one of many leaves where one has it', () => {
    for (const n of [1, 10, 60]) expect(exactLowerBound(1, n).value).toBeCloseTo(1 - 0.95 ** (1 / n), 12);
  });

  /** The chance of x or more, worked out by plain multiplication of small binomials. */
  it.each([
    [24, 30],
    [45, 60],
    [3, 8],
    [29, 30],
  ])('for %d of %d leaves a chance of 5 %% of as many or more', (x, n) => {
    const p = exactLowerBound(x, n).value!;
    const row = Array.from({ length: n }).reduce<number[]>(
      (chances) => [...chances, 0].map((chance, k) => chance * (1 - p) + (chances[k - 1] ?? 0) * p),
      [1],
    );
    expect(row.slice(x).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(0.05, 10);
  });

  it('is 0 where none has it, and no figure where nobody looked', () => {
    expect(exactLowerBound(0, 30)).toEqual({ value: 0 });
    expect(exactLowerBound(0, 0)).toEqual({ value: null, reason: 'n=0' });
  });

  it('takes no count that cannot be', () => {
    expect(() => exactLowerBound(3, 2)).toThrow(RangeError);
    expect(() => exactLowerBound(1, 2, 1)).toThrow(RangeError);
  });
});
