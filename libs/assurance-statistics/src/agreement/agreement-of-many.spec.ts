import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always, completeRatings, notFinite, ratings, SEEDED } from '../testing/random-data.js';
import { differences } from '../worked-values/differences.js';
import { cohenKappa } from './cohen-kappa.js';
import { crossTabulate } from './cross-table.js';
import { fleissKappaGeneralised } from './fleiss-kappa-generalised.js';
import { gwetAc } from './gwet-ac.js';
import { percentAgreementOfMany } from './percent-agreement-of-many.js';
import { WEIGHTS } from './weights.js';

const weighted = fc.tuple(ratings, fc.constantFrom(...WEIGHTS));

describe.each([
  ["Gwet's coefficient", gwetAc],
  ["the generalised form of Fleiss' kappa", fleissKappaGeneralised],
])(`%s ${SEEDED}`, (_, coefficient) => {
  it('does not mind the order of cases and of raters, nor a scale turned round', () =>
    always(weighted, ([rows, weights]) => {
      const straight = coefficient(rows, weights);
      const turned = rows.toReversed().map((row) => row.toReversed().map((code) => code && 5 - code));
      expect(differences(straight, coefficient(turned, weights), 1e-9)).toEqual([]);
    }));

  it('does not see a case that nobody rated, and counts it', () =>
    always(weighted, ([rows, weights]) => {
      const without = coefficient(rows, weights);
      const nobody = (rows[0] ?? [null]).map(() => null);
      const { unrated } = without.dropped;
      expect(coefficient([...rows, nobody], weights)).toEqual({ ...without, dropped: { unrated: unrated + 1 } });
    })); // prettier-ignore

  it('never exceeds 1, nor does its interval, which holds it; and no number is not finite', () =>
    always(weighted, ([rows, weights]) => {
      const { value, interval, standardError } = coefficient(rows, weights);
      expect(notFinite({ value, interval, standardError })).toEqual([]);
      if (value === null || interval.value === null) return;
      expect(value).toBeLessThanOrEqual(1);
      expect(interval.value[0]).toBeLessThan(value);
      expect(interval.value[1]).toBeGreaterThanOrEqual(value);
      expect(interval.value[1]).toBeLessThanOrEqual(1);
    }));

  it('is 1 where all agree on more than one grade, without an interval', () =>
    always(fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 2 }), fc.constantFrom(...WEIGHTS)), ([codes, weights]) => {
      const { value, standardError, interval } = coefficient(codes.map((code) => [code, code, code]), weights);
      expect({ value, standardError, interval }).toEqual({ value: 1, standardError: 0, interval: { value: null, reason: 'degenerate-se' } });
    })); // prettier-ignore

  it('finds no error where all cases are rated alike, however their sums are rounded', () => {
    for (const weights of WEIGHTS)
      for (const row of [[1, 2], [1, 2, 2], [1, 3, 4], [2, 2, 3, 4, 4]])
        for (const n of [3, 7, 11]) {
          expect(coefficient(Array.from({ length: n }, () => row), weights).standardError).toBe(0);
        }
  }); // prettier-ignore

  it('has no error where there is one case', () => {
    expect(coefficient([[1, 2, 2]])).toMatchObject({ standardError: null, interval: { reason: 'degenerate-se' } });
  }); // prettier-ignore

  it.each([
    ['no cases', []],
    ['cases that were rated once', [[1, null], [null, 2]]],
    ['cases that nobody rated', [[null, null]]],
  ])('is no figure for %s', (__, rows) => {
    expect(coefficient(rows)).toMatchObject({ value: null, reason: 'no-pairs', pairable: 0, interval: { reason: 'no-pairs' } });
  }); // prettier-ignore

  it.each([
    ['a code that is not on the scale', [[1, 5]], /ratings\[0\] must hold codes of the scale or null, not 5/],
    ['a row without a place for every rater', [[1, 2], [1]], /ratings\[1\] must have a place for each rater/],
  ])('refuses %s', (__, rows, message) => {
    expect(() => coefficient(rows)).toThrow(message);
  }); // prettier-ignore
});

describe(`where only one grade was given ${SEEDED}`, () => {
  it("Gwet's coefficient is 1 and kappa is no figure", () => {
    const rows = [[2, 2, 2], [2, 2, null], [2, null, null]]; // prettier-ignore
    expect(gwetAc(rows)).toMatchObject({ value: 1, chanceAgreement: 0, n: 3, pairable: 2 });
    expect(fleissKappaGeneralised(rows)).toMatchObject({ value: null, reason: 'no-variation', observedAgreement: 1 });
  }); // prettier-ignore

  it("nor is Gwet's where the scale has no other", () => {
    expect(gwetAc([[2, 2]], 'linear', [2])).toMatchObject({ value: null, reason: 'no-variation' });
  });
});

describe(`percent agreement of many ${SEEDED}`, () => {
  it('is for two raters what kappa observes', () =>
    always(fc.tuple(completeRatings, fc.constantFrom(...WEIGHTS)), ([rows, weights]) => {
      const pairs = rows.map(([first = null, second = null]) => [first, second] as const);
      const { observedAgreement } = cohenKappa(crossTabulate(pairs).table, weights);
      expect(percentAgreementOfMany(pairs, weights).value).toBeCloseTo(observedAgreement ?? NaN, 12);
    }));

  it('is what the coefficients observe, and says which cases it leaves out', () => {
    const rows = [[1, 1, 2], [3, null, null], [null, null, null], [2, null, 2]]; // prettier-ignore
    expect(percentAgreementOfMany(rows)).toEqual({ value: 2 / 3, n: 2, dropped: { ratedOnce: 1, unrated: 1 } });
    expect(gwetAc(rows).observedAgreement).toBe(2 / 3);
    expect(percentAgreementOfMany([[1, null]])).toMatchObject({ value: null, reason: 'no-pairs', n: 0 });
  }); // prettier-ignore
});
