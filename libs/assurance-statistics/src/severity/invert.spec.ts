import { describe, expect, it } from '@jest/globals';
import { invert } from './invert.js';

describe('the inverse of a matrix', () => {
  it('is found where the first pivot is 0', () => {
    expect(invert([[0, 2], [4, 0]])).toEqual([[0, 0.25], [0.5, 0]]);
  }); // prettier-ignore

  it('gives back the matrix when it is inverted itself', () => {
    const matrix = [[4, 1, 0], [1, 3, -1], [0, -1, 2]]; // prettier-ignore
    const again = invert(invert(matrix) ?? []) ?? [];
    matrix.forEach((row, i) => row.forEach((value, j) => expect(again[i]?.[j]).toBeCloseTo(value, 12)));
  });

  it.each([
    ['rows that are alike', [[1, 2], [2, 4]]],
    ['nothing but zeros', [[0, 0], [0, 0]]],
    ['rows that are alike but for rounding', [[0.1, 0.3], [0.1 * 3, 0.3 * 3]]],
  ])('does not exist for %s', (_, matrix) => {
    expect(invert(matrix)).toBeNull();
  }); // prettier-ignore
});
