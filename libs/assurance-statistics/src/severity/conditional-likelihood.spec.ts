import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always, ratings, SEEDED } from '../testing/random-data.js';
import { conditionalLikelihood } from './conditional-likelihood.js';
import { informativeCases, type RatingStep } from './informative-cases.js';

const RATERS = 3;
const STEPS = [0, 1, 2, 3];
const SMALL = 1e-5;

const positions = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 5, maxLength: 5 });
const cases = ratings.map((rows) =>
  informativeCases(
    rows.map((row) => [...row, null, null].slice(0, RATERS)),
    [1, 2, 3, 4],
  ).cases,
); // prettier-ignore
const anywhere = fc.tuple(cases, positions);

describe(`the conditional likelihood ${SEEDED}`, () => {
  it('is the probability of the ratings among all ratings with the same total, one by one', () =>
    always(anywhere, ([given, position]) => {
      const { logLikelihood } = conditionalLikelihood(given, position, RATERS, STEPS);
      const expected = given.reduce((sum, one) => sum + Math.log(probabilityGivenTotal(one, position)), 0);
      expect(logLikelihood).toBeCloseTo(expected, 9);
    }));

  it('has the slope and the curvature that small steps find', () =>
    always(anywhere, ([given, position]) => {
      const { gradient, information } = conditionalLikelihood(given, position, RATERS, STEPS);
      position.forEach((_, parameter) => {
        const at = (step: number): ReturnType<typeof conditionalLikelihood> =>
          conditionalLikelihood(given, position.map((value, i) => (i === parameter ? value + step : value)), RATERS, STEPS);
        const [before, after] = [at(-SMALL), at(SMALL)];
        expect(gradient[parameter]).toBeCloseTo((after.logLikelihood - before.logLikelihood) / (2 * SMALL), 4);
        position.forEach((__, other) => {
          const slope = ((after.gradient[other] ?? NaN) - (before.gradient[other] ?? NaN)) / (2 * SMALL);
          expect(information[parameter]?.[other]).toBeCloseTo(-slope, 4);
        });
      });
    }, 100)); // prettier-ignore
});

function probabilityGivenTotal(given: readonly RatingStep[], position: readonly number[]): number {
  const [first = 0, second = 0, third = 0, toSecond = 0, toThird = 0] = position;
  const weight = (ratingsOfCase: readonly RatingStep[]): number =>
    ratingsOfCase.reduce((product, { rater, step }) => {
      const thresholds = [0, 0, toSecond, toThird][step] ?? 0;
      return product * Math.exp(-step * ([first, second, third][rater] ?? 0) - thresholds);
    }, 1);
  const total = (ratingsOfCase: readonly RatingStep[]): number =>
    ratingsOfCase.reduce((sum, { step }) => sum + step, 0);
  const everything = given.reduce<readonly (readonly RatingStep[])[]>(
    (some, { rater }) => some.flatMap((chosen) => STEPS.map((step) => [...chosen, { rater, step }])),
    [[]],
  );
  const possible = everything.filter((chosen) => total(chosen) === total(given));
  return weight(given) / possible.reduce((sum, chosen) => sum + weight(chosen), 0);
}
