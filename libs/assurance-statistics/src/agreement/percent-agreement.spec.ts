import { describe, expect, it } from '@jest/globals';
import { always, SEEDED, tables } from '../testing/random-data.js';
import { percentAgreement } from './percent-agreement.js';

describe(`percent agreement of pairs ${SEEDED}`, () => {
  it('counts pairs of the same grade, and pairs at most one grade apart', () => {
    const table = [[1, 4, 2, 1], [0, 20, 9, 1], [0, 1, 11, 5], [0, 0, 0, 3]]; // prettier-ignore
    expect(percentAgreement(table)).toEqual({
      ...{ value: 35 / 58, n: 58, agreed: 35, withinOne: 54, withinOneShare: 54 / 58 },
    });
  });

  it('is no figure for no pairs', () => {
    expect(percentAgreement([[0, 0], [0, 0]], [1, 2])).toEqual({
      ...{ value: null, reason: 'no-pairs', n: 0, agreed: 0, withinOne: 0, withinOneShare: null },
    }); // prettier-ignore
  });

  it('never lies above the share within one grade, and is the same with the raters exchanged', () =>
    always(tables, (table) => {
      const agreement = percentAgreement(table);
      expect(agreement.agreed).toBeLessThanOrEqual(agreement.withinOne);
      expect(agreement.withinOne).toBeLessThanOrEqual(agreement.n);
      expect(percentAgreement(table.map((_, row) => table.map((counts) => counts[row] ?? 0)))).toEqual(
        agreement,
      );
    }));
});
