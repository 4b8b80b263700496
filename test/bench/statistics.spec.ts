import { describe, expect, it } from '@jest/globals';
import { median, pairedRatio, percentile } from './statistics.js';

describe('the arithmetic of the bench', () => {
  it('takes the middle value as median, and the mean of the middle two where there are two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 4, 2])).toBe(3);
    expect(median([7])).toBe(7);
  });

  it('has no median and no percentile of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });

  it('takes as percentile the value that has the asked share at or below it', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
    expect(percentile([3, 1, 2], 0)).toBe(1);
  });

  it('compares round by round, so that a slow round speaks for neither', () => {
    const ours = [20, 2, 30];
    const theirs = [10, 1, 15];
    expect(pairedRatio(ours, theirs)).toBe(2);
    expect(pairedRatio([10, 30, 90], [1, 30, 45])).toBe(2);
  });

  it('refuses to pair rounds that are not as many', () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow('equal numbers');
  });
});
