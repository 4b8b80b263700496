import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cochranQ } from './cochran-q.js';
import { leniency } from './leniency.js';
import { marginalHomogeneity } from './marginal-homogeneity.js';

const TABLE = fc
  .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  })
  .filter((table) => table.flat().some((count) => count > 0));
const transposed = (table: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  table.map((_, row) => table.map((line) => line[row] ?? 0));
const turned = (table: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  [...table].reverse().map((row) => [...row].reverse());

describe('leniency', () => {
  it('is the opposite when auditor and moderator change places', () => {
    fc.assert(
      fc.property(TABLE, (table) => {
        const [one, other] = [leniency(table).value, leniency(transposed(table)).value];
        expect(one).toMatchObject({
          rowBetter: other?.rowWorse,
          rowWorse: other?.rowBetter,
          pExact: other?.pExact,
        });
        expect((one?.meanShift ?? NaN) + (other?.meanShift ?? NaN)).toBeCloseTo(0, 12);
      }),
    );
  });

  it('of five pairs that all lie one way comes by chance once in sixteen', () => {
    expect(
      leniency([
        [2, 5],
        [0, 1],
      ]).value,
    ).toEqual({ n: 8, rowBetter: 5, rowWorse: 0, pExact: expect.closeTo(1 / 16, 12), meanShift: 5 / 8 });
  });

  it('does not exist without a pair', () => {
    expect(
      leniency([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ value: null, reason: 'no-pairs' });
    expect(() => leniency([[1, 2]])).toThrow('table must have as many columns as rows (1), not 2 in row 0');
  });
});

describe('marginal homogeneity', () => {
  it('does not change when the two change places, nor with the order of the grades', () => {
    fc.assert(
      fc.property(TABLE, (table) => {
        const { statistic = NaN, df, p = NaN } = marginalHomogeneity(table).value ?? {};
        for (const same of [transposed(table), turned(table)]) {
          const other = marginalHomogeneity(same).value;
          expect(other).toMatchObject({
            df,
            statistic: expect.closeTo(statistic, 8),
            p: expect.closeTo(p, 8),
          });
        }
      }),
    );
  });

  it('of two grades is McNemar: the square of the difference through the sum', () => {
    expect(
      marginalHomogeneity([
        [7, 9],
        [4, 3],
      ]).value,
    ).toMatchObject({ statistic: expect.closeTo(25 / 13, 12), df: 1 });
  });

  it('loses a degree of freedom for each group of grades that nobody left', () => {
    const { value } = marginalHomogeneity([
      [1, 3, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 1, 2],
      [0, 0, 5, 1],
    ]);
    expect(value).toMatchObject({ df: 2, categoriesTested: 4, statistic: expect.closeTo(4 / 4 + 9 / 7, 12) });
  });

  it('has nothing to test where nobody differed', () => {
    expect(
      marginalHomogeneity([
        [2, 0],
        [0, 3],
      ]).value,
    ).toEqual({
      ...{ statistic: 0, df: 0, p: 1, categoriesTested: 0, disagreement: false },
      bhapkar: { value: 0 },
    });
  });

  it('has no Bhapkar statistic where every pair lies one way, and none at all without a pair', () => {
    expect(
      marginalHomogeneity([
        [0, 3],
        [0, 0],
      ]).value,
    ).toMatchObject({
      statistic: 3,
      bhapkar: { value: null, reason: 'all-one-way' },
    });
    expect(
      marginalHomogeneity([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ value: null, reason: 'no-pairs' });
  });
});

describe("Cochran's Q", () => {
  it('does not depend on the order of cases and raters', () => {
    const answer = fc.constantFrom<0 | 1>(0, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer, answer), { minLength: 1, maxLength: 20 }), (answers) => {
        const mirrored = [...answers].reverse().map((row) => [...row].reverse());
        const [one, other] = [cochranQ(answers), cochranQ(mirrored)];
        if (one.value === null) expect(other).toEqual(one);
        else expect(other.value?.statistic).toBeCloseTo(one.value.statistic, 10);
      }),
    );
  });

  it('does not exist for no case, nor where all raters are of one mind about every case', () => {
    expect(cochranQ([])).toEqual({ value: null, reason: 'n=0' });
    expect(
      cochranQ([
        [1, 1],
        [0, 0],
      ]),
    ).toEqual({ value: null, reason: 'no-within-case-variation' });
    expect(cochranQ([[1], [0]])).toEqual({ value: null, reason: 'no-within-case-variation' });
    expect(() => cochranQ([[1, 0], [1]])).toThrow('answers[1] must hold one answer of each of the 2 raters');
  });
});
