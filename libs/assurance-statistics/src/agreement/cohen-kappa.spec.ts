import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always, notFinite, SEEDED, tables } from '../testing/random-data.js';
import { cohenKappa } from './cohen-kappa.js';
import { percentAgreement } from './percent-agreement.js';
import { WEIGHTS } from './weights.js';

const weighted = fc.tuple(tables, fc.constantFrom(...WEIGHTS));

describe(`Cohen's kappa ${SEEDED}`, () => {
  it('is the same to the last digit with the raters exchanged, or the scale turned round', () =>
    always(weighted, ([table, weights]) => {
      const kappa = cohenKappa(table, weights);
      const exchanged = table.map((_, row) => table.map((counts) => counts[row] ?? 0));
      expect(cohenKappa(exchanged, weights)).toEqual(kappa);
      expect(cohenKappa(table.toReversed().map((counts) => counts.toReversed()), weights)).toEqual(kappa); // prettier-ignore
    }));

  it('never exceeds 1, and its interval holds it', () =>
    always(weighted, ([table, weights]) => {
      const { value, interval } = cohenKappa(table, weights);
      if (value === null) return;
      expect(value).toBeLessThanOrEqual(1);
      if (interval.value === null) return;
      expect(interval.value[0]).toBeLessThan(value);
      expect(interval.value[1]).toBeGreaterThan(value);
    }));

  it('is 1 exactly where all agree on more than one grade, without an interval', () =>
    always(fc.tuple(fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }), fc.constantFrom(...WEIGHTS)), ([diagonal, weights]) => {
      const table = diagonal.map((count, row) => diagonal.map((_, column) => (row === column ? count : 0)));
      const { value, standardError, interval } = cohenKappa(table, weights);
      const used = diagonal.filter((count) => count > 0).length;
      if (used > 1) {
        expect({ value, standardError, interval }).toEqual({ value: 1, standardError: 0, interval: { value: null, reason: 'degenerate-se' } });
      } else {
        expect(value).toBeNull();
      }
    })); // prettier-ignore

  it('is 0 with an error of exactly 0 where one rater gives one grade alone', () =>
    always(fc.tuple(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 }), fc.nat(3)), ([counts, only]) => {
      const table = counts.map((_, row) => counts.map((count) => (row === only ? count : 0)));
      expect(cohenKappa(table)).toMatchObject({ value: 0, standardError: 0, interval: { reason: 'degenerate-se' } });
    })); // prettier-ignore

  it('stays where it is when every pair is counted k times, with an error smaller by the root of k', () =>
    always(fc.tuple(weighted, fc.integer({ min: 2, max: 1000 })), ([[table, weights], k]) => {
      const once = cohenKappa(table, weights);
      const often = cohenKappa(table.map((counts) => counts.map((count) => count * k)), weights); // prettier-ignore
      if (once.value === null) return expect(often).toEqual({ ...once, n: once.n * k });
      expect(often.value).toBeCloseTo(once.value, 12);
      expect((often.standardError ?? NaN) * Math.sqrt(k)).toBeCloseTo(once.standardError ?? NaN, 12);
      expect((often.standardErrorByChance ?? NaN) * Math.sqrt(k)).toBeCloseTo(once.standardErrorByChance ?? NaN, 12);
    })); // prettier-ignore

  it('observes without weights what percent agreement observes', () =>
    always(tables, (table) => {
      expect(cohenKappa(table).observedAgreement).toBe(percentAgreement(table).value);
    }));

  it('gives no number that is not finite, and a reason for whatever is missing', () =>
    always(weighted, ([table, weights]) => {
      const kappa = cohenKappa(table, weights);
      expect(notFinite(kappa)).toEqual([]);
      const cells = table.flat().filter((count) => count > 0).length;
      const diagonal = table.filter((counts, row) => (counts[row] ?? 0) > 0).length;
      const expected = cells === 0 ? 'no-pairs' : cells === 1 && diagonal === 1 ? 'no-variation' : undefined;
      expect('reason' in kappa ? kappa.reason : undefined).toBe(expected);
    }));

  it('finds an error of 0 as 0 in tables of a million pairs', () => {
    const table = [[0, 20_000, 0, 0], [20_000, 920_000, 20_000, 0], [0, 20_000, 0, 0], [0, 0, 0, 0]]; // prettier-ignore
    expect(cohenKappa(table, 'quadratic')).toMatchObject({ value: 0, standardError: 0 });
    expect(cohenKappa(table, 'linear').standardError).toBeGreaterThan(0);
  });

  it('has an interval as wide as it is to be sure', () => {
    const table = [[2, 1, 0, 0], [3, 18, 4, 0], [0, 5, 12, 2], [0, 0, 1, 4]]; // prettier-ignore
    const width = (confidence: number): number => {
      const [lower, upper] = cohenKappa(table, 'none', [1, 2, 3, 4], confidence).interval.value ?? [0, 0];
      return upper - lower;
    };
    expect(width(0.95)).toBeCloseTo(2 * 1.959963984540054 * 0.10003152960702844, 9);
    expect(width(0.8)).toBeCloseTo(2 * 1.2815515655446004 * 0.10003152960702844, 9);
    expect(() => width(95)).toThrow(RangeError);
  });
});
