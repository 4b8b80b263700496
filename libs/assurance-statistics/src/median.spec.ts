import { describe, expect, it } from '@jest/globals';
import { median } from './median.js';

describe('the median', () => {
  it('is the middle of an odd number of values, in any order', () => {
    expect(median([30, 2, 100])).toEqual({ value: 30 });
  });

  it('is half-way between the two in the middle of an even number', () => {
    expect(median([10, 1, 3, 2])).toEqual({ value: 2.5 });
  });

  it('leaves the values as they were', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(median(values)).toEqual({ value: 2 });
    expect(values).toEqual([3, 1, 2]);
  });

  it('of nothing does not exist', () => {
    expect(median([])).toEqual({ value: null, reason: 'n=0' });
  });

  it('refuses what is not a quantity', () => {
    expect(() => median([1, NaN])).toThrow('values[1] must be a number of at least 0, not NaN');
    expect(() => median([-1])).toThrow(RangeError);
  });
});
