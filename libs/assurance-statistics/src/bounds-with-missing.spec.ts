import { describe, expect, it } from '@jest/globals';
import { boundsWithMissing } from './bounds-with-missing.js';

describe('bounds with missing grades', () => {
  it('puts 23 of 30 graded, with five unknown, between 65.7 % and 80.0 % of all 35', () => {
    const { value } = boundsWithMissing(23, 30, 5);
    expect(value?.map((share) => (100 * share).toFixed(1))).toEqual(['65.7', '80.0']);
  });

  it('is one point when nothing is missing', () => {
    expect(boundsWithMissing(3, 4, 0)).toEqual({ value: [0.75, 0.75] });
  });

  it('is everything from 0 to 1 when nothing is graded', () => {
    expect(boundsWithMissing(0, 0, 9)).toEqual({ value: [0, 1] });
  });

  it('says why there are no bounds of nothing', () => {
    expect(boundsWithMissing(0, 0, 0)).toEqual({ value: null, reason: 'n=0' });
  });

  it('refuses more cases with the property than were graded', () => {
    expect(() => boundsWithMissing(5, 4, 10)).toThrow('x (5) cannot be more than graded (4)');
  });
});
