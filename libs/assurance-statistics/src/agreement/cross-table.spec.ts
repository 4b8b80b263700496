import { describe, expect, it } from '@jest/globals';
import { cohenKappa } from './cohen-kappa.js';
import { crossTabulate } from './cross-table.js';
import { percentAgreement } from './percent-agreement.js';

describe('a table of pairs', () => {
  it('has every grade of the scale, and counts the pairs that miss a side by which', () => {
    const pairs = [[2, 3], [2, 3], [3, 3], [null, 1], [4, null], [4, null], [null, null]] as const; // prettier-ignore
    expect(crossTabulate(pairs)).toEqual({
      table: [
        [0, 0, 0, 0],
        [0, 0, 2, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
      ],
      n: 3,
      dropped: { first: 1, second: 2, both: 1 },
    });
  });

  it('refuses a code that is not on the scale', () => {
    expect(() => crossTabulate([[2, 5]])).toThrow(/pairs\[0\] must hold codes of the scale or null, not 5/);
  });

  it.each([
    ['a table smaller than the scale', [[1, 0], [0, 1]], [1, 2, 3, 4]], // prettier-ignore
    ['a row that is too short', [[1, 0], [0]], [1, 2]], // prettier-ignore
    ['a negative count', [[1, 0], [0, -1]], [1, 2]], // prettier-ignore
    ['part of a pair', [[1, 0], [0, 0.5]], [1, 2]], // prettier-ignore
    ['a scale that names a code twice', [[1, 0], [0, 1]], [1, 1]], // prettier-ignore
    ['a scale of nothing', [], []],
  ])('is not made of %s', (_, table, scale) => {
    expect(() => percentAgreement(table, scale)).toThrow(RangeError);
    expect(() => cohenKappa(table, 'none', scale)).toThrow(RangeError);
  });
});
