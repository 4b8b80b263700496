import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always, completeRatings, notFinite, ratings, SEEDED } from '../testing/random-data.js';
import { fleissKappaGeneralised } from './fleiss-kappa-generalised.js';
import { fleissKappa } from './fleiss-kappa.js';

describe(`Fleiss' kappa ${SEEDED}`, () => {
  it('does not mind the order of cases and of raters', () =>
    always(ratings, (rows) => {
      const turned = rows.toReversed().map((row) => [...row.slice(1), ...row.slice(0, 1)]);
      expect(fleissKappa(turned)).toEqual(fleissKappa(rows));
    }));

  it('is the generalised form where every rating is there', () =>
    always(completeRatings, (rows) => {
      const [kappa, generalised] = [fleissKappa(rows), fleissKappaGeneralised(rows)];
      if (kappa.value === null) return expect(generalised).toMatchObject({ value: null, reason: 'no-variation' });
      expect(generalised.value).toBeCloseTo(kappa.value, 12);
    })); // prettier-ignore

  it('is the mean of those of its categories, each with the weight of its spread', () =>
    always(completeRatings, (rows) => {
      const { value, perCategory } = fleissKappa(rows);
      if (value === null) return;
      const all = rows.flat();
      const spreads = [1, 2, 3, 4].map((code) => {
        const share = all.filter((rating) => rating === code).length / all.length;
        return share * (1 - share);
      });
      const mean = perCategory.reduce((sum, kappa, at) => sum + (kappa.value ?? 0) * (spreads[at] ?? 0), 0);
      expect(mean / spreads.reduce((sum, spread) => sum + spread)).toBeCloseTo(value, 12);
    })); // prettier-ignore

  it('uses complete cases alone, and counts the others', () => {
    const complete = [[2, 2, 3], [1, 1, 1], [4, 3, 4]]; // prettier-ignore
    const mixed = [...complete, [2, null, 2], [null, null, null]];
    expect(fleissKappa(mixed)).toEqual({ ...fleissKappa(complete), dropped: { incomplete: 2 } });
  });

  it.each([
    ['no cases', [], 'no-pairs', 0],
    ['one rater', [[2], [3]], 'no-pairs', 2],
    ['no complete case', [[2, null], [null, 3]], 'no-pairs', 0],
    ['one category alone', [[2, 2], [2, 2], [null, 3]], 'no-variation', 2],
  ])('is no figure for %s', (_, rows, reason, n) => {
    expect(fleissKappa(rows)).toMatchObject({ value: null, reason, n, standardErrorByChance: null });
  }); // prettier-ignore

  it('says of a category whether it is never or always used', () => {
    const reasons = fleissKappa([[2, 2], [2, 2]]).perCategory.map((kappa) => 'reason' in kappa && kappa.reason); // prettier-ignore
    expect(reasons).toEqual(['never-used', 'always-used', 'never-used', 'never-used']);
  });

  it('is 1 exactly where all agree on more than one grade, never more, and gives no number that is not finite', () =>
    always(fc.tuple(ratings, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 9 })), ([rows, agreed]) => {
      const kappa = fleissKappa(rows);
      expect(notFinite(kappa)).toEqual([]);
      expect(kappa.value ?? 0).toBeLessThanOrEqual(1);
      const perfect = fleissKappa(agreed.map((code) => [code, code, code]));
      expect(perfect.value).toBe(new Set(agreed).size > 1 ? 1 : null);
    })); // prettier-ignore
});
