import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always, completeRatings, notFinite, ratings, SEEDED } from '../testing/random-data.js';
import { fleissKappa } from './fleiss-kappa.js';
import { krippendorffAlpha, METRICS } from './krippendorff-alpha.js';

const measured = fc.tuple(ratings, fc.constantFrom(...METRICS));

describe(`Krippendorff's alpha ${SEEDED}`, () => {
  it('does not mind the order of cases and of raters, nor a scale turned round', () =>
    always(measured, ([rows, metric]) => {
      const turned = rows.toReversed().map((row) => row.toReversed().map((code) => code && 5 - code));
      const [alpha, other] = [krippendorffAlpha(rows, metric), krippendorffAlpha(turned, metric)];
      if (alpha.value === null) return expect(other).toEqual(alpha);
      expect(other.value).toBeCloseTo(alpha.value, 12);
    }));

  it('does not see cases with fewer than two ratings, and counts them', () =>
    always(fc.tuple(measured, fc.integer({ min: 1, max: 4 })), ([[rows, metric], code]) => {
      const alpha = krippendorffAlpha(rows, metric);
      const nobody = (rows[0] ?? [null]).map(() => null);
      const { ratedOnce, unrated } = alpha.dropped;
      expect(krippendorffAlpha([...rows, nobody, [code, ...nobody.slice(1)]], metric)).toEqual({
        ...alpha,
        dropped: { ratedOnce: ratedOnce + 1, unrated: unrated + 1 },
      });
    }));

  it('is 1 exactly where all agree on more than one grade, and never more', () =>
    always(fc.tuple(measured, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 9 })), ([[rows, metric], agreed]) => {
      expect(krippendorffAlpha(rows, metric).value ?? 0).toBeLessThanOrEqual(1);
      const perfect = krippendorffAlpha(agreed.map((code) => [code, null, code]), metric);
      expect(perfect.value).toBe(new Set(agreed).size > 1 ? 1 : null);
    })); // prettier-ignore

  it('is for complete ratings on names alone Fleiss kappa, corrected for the number of ratings', () =>
    always(completeRatings, (rows) => {
      const [alpha, kappa] = [krippendorffAlpha(rows, 'nominal').value, fleissKappa(rows).value];
      if (kappa === null) return expect(alpha).toBeNull();
      const n = rows.flat().length;
      expect(alpha).toBeCloseTo(1 - ((1 - kappa) * (n - 1)) / n, 12);
    }));

  it('does not mind the names of categories where it is nominal, nor their unit where it is an interval', () =>
    always(ratings, (rows) => {
      const renamed = rows.map((row) => row.map((code) => code && ([3, 1, 4, 2][code - 1] ?? null)));
      expect(krippendorffAlpha(renamed, 'nominal').value ?? -9).toBeCloseTo(krippendorffAlpha(rows, 'nominal').value ?? -9, 12);
      const scaled = rows.map((row) => row.map((code) => code && code * 10 - 3));
      const scale = [7, 17, 27, 37];
      expect(krippendorffAlpha(scaled, 'interval', scale).value ?? -9).toBeCloseTo(krippendorffAlpha(rows, 'interval').value ?? -9, 12);
    })); // prettier-ignore

  it('gives no number that is not finite, and a reason for whatever is missing', () =>
    always(measured, ([rows, metric]) => {
      const alpha = krippendorffAlpha(rows, metric);
      expect(notFinite(alpha)).toEqual([]);
      const compared = rows.map((row) => row.filter((code) => code !== null)).filter((row) => row.length > 1).flat();
      const expected = compared.length === 0 ? 'no-pairs' : new Set(compared).size === 1 ? 'no-variation' : undefined;
      expect('reason' in alpha ? alpha.reason : undefined).toBe(expected);
    })); // prettier-ignore
});
