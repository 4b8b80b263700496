import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finiteInterval } from './finite-interval.js';
import type { SampledCase } from './parts-sampled.js';
import { sampleInterval } from './sample-interval.js';
import { wilsonInterval } from './wilson-interval.js';

/** So many cases of one weight, of which x have the property; families are named by their number, strangers by none. */
const cases = (
  x: number,
  n: number,
  weight = 1,
  familyOf: (at: number) => number | null = () => null,
): readonly SampledCase[] =>
  Array.from({ length: n }, (_, at) => ({
    has: at < x,
    weight,
    cluster: familyOf(at) === null ? `alone ${weight} ${at}` : `family ${familyOf(at)}`,
  }));
/** Three quarters of twenty that stand for two each, and a fifth of ten that stand for sixteen. */
const TWO_PARTS = [...cases(15, 20, 2), ...cases(2, 10, 16)];
const near = (limits: readonly number[] | null | undefined, digits = 9) =>
  limits?.map((limit) => expect.closeTo(limit, digits));
const ciOf = (...asked: Parameters<typeof sampleInterval>) =>
  sampleInterval(...asked).value?.ci ?? [NaN, NaN];

describe('the interval of a share', () => {
  it('is that of Wilson for one part of strangers, and of a finite list where there is one', () => {
    const counted = fc
      .integer({ min: 1, max: 200 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.constantFrom(0.5, 1, 7)));
    fc.assert(
      fc.property(counted, fc.integer({ min: 200, max: 1000 }), ([x, n, weight], listed) => {
        expect(ciOf(cases(x, n, weight))).toEqual(near(wilsonInterval(x, n).ci));
        expect(ciOf(cases(x, n, weight), 0.95, listed)).toEqual(near(finiteInterval(x, n, listed).ci));
      }),
      { seed: 20261122 },
    );
  });

  it('holds the share, whatever the parts and the families are, in whatever order', () => {
    const one = fc.record({
      has: fc.boolean(),
      weight: fc.constantFrom(1, 2, 12.5),
      cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(40, 500, Infinity),
        (given, listed) => {
          const { value } = sampleInterval(given, 0.95, listed);
          fc.pre(value !== null);
          const { share, ci, designEffect } = value;
          expect(0 <= ci[0] && ci[0] <= share && share <= ci[1] && ci[1] <= 1).toBe(true);
          expect(designEffect).toBeGreaterThanOrEqual(1);
          expect(ciOf([...given].reverse(), 0.95, listed)).toEqual(near(ci));
        },
      ),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

/** Worked values were made with statsmodels 0.15 (`proportion_confint`, and `WLS` with clustered covariance). */
describe('where parts of a list were drawn with different chances, it', () => {
  it('counts each case by what it stands for', () => {
    // (15 x 2 + 2 x 16) / 200, as much as 200^2 / (20 x 4 + 10 x 256) cases.
    expect(sampleInterval(TWO_PARTS).value).toMatchObject({
      ...{ share: expect.closeTo(0.31, 12), cases: 30, designEffect: 1 },
      effectiveCases: expect.closeTo(15.1515, 4),
      ci: near([0.136911637, 0.559945961]),
    });
  });

  it('corrects each part for its own length', () => {
    expect(sampleInterval(TWO_PARTS, 0.95, 200).value).toMatchObject({
      effectiveCases: expect.closeTo(16.31148, 5),
      // The upper limit is that of parts for themselves.
      ci: near([0.141072358, 0.551786633]),
    });
    const whole = [...cases(15, 20, 1), ...cases(2, 10, 1)];
    expect(ciOf(whole, 0.95, 30)).toEqual([17 / 30, 17 / 30]);
  });

  it('is not misled by two cases that are alike and stand for twenty, beside a part that was looked at whole', () => {
    const given = [...cases(190, 200, 1), ...cases(2, 2, 10)];
    // As many like cases would have 0.9225 as their lower limit; but of the twenty a third may well be otherwise.
    expect(ciOf(given, 0.95, 220)[0]).toBeCloseTo(0.89588, 5);
    // Ten were seen that have not the property.
    expect(ciOf(given, 0.95, 220)[1]).toBeLessThanOrEqual(210 / 220);
    expect(ciOf(cases(100, 200, 1), 0.95, 200)).toEqual([0.5, 0.5]);
  });
});

describe('where families are known, it', () => {
  it('counts families as cases when each is graded alike', () => {
    const given = cases(15, 30, 1, (at) => Math.floor(at / 3));
    expect(sampleInterval(given).value).toMatchObject({
      ...{ share: 0.5, clusters: 10 },
      designEffect: expect.closeTo((10 / 9) * 3, 12),
      effectiveCases: expect.closeTo(9, 12),
    });
    expect(sampleInterval(given, 0.95, 59).value?.effectiveCases).toBeCloseTo(2 * 9, 12);
    expect(ciOf(given, 0.95, 30)).toEqual([0.5, 0.5]);
  });

  it('counts every family as one case where all cases are alike', () => {
    const { value } = sampleInterval(cases(9, 9, 1, (at) => (at < 4 ? 0 : at < 6 ? 1 : 2)));
    expect(value).toMatchObject({ share: 1, designEffect: 3, effectiveCases: 3 });
    expect(value?.ci).toEqual(wilsonInterval(3, 3).ci);
  });

  it('counts what a family stands for, also where its children are in different parts', () => {
    // In each part the brothers and sisters are neighbours; five families have children in both.
    const given = [
      ...cases(15, 20, 2, (at) => Math.floor(at / 2)),
      ...cases(2, 10, 16, (at) => Math.floor(at / 2) + 5),
    ];
    expect(sampleInterval(given).value).toMatchObject({
      ...{ share: expect.closeTo(0.31, 12), clusters: 10, designEffect: expect.closeTo(2.4516036509, 9) },
      ci: near([0.087372372, 0.679538826]),
    });
  });
});

it('a share of no case has no interval, nor has one of a single family; what is no weight and no sample is refused', () => {
  expect(sampleInterval([])).toEqual({ value: null, reason: 'n=0' });
  expect(sampleInterval(cases(3, 9, 1, () => 1))).toEqual({ value: null, reason: 'one-cluster' });
  expect(sampleInterval(cases(1, 1, 1, () => 1)).value?.ci).toEqual(wilsonInterval(1, 1).ci);
  expect(() => sampleInterval(cases(1, 1, 0))).toThrow('cases[0].weight must be above 0, not 0');
  expect(() => sampleInterval(cases(1, 9), 0.95, 8)).toThrow('n (9) cannot be more than populationSize (8)');
});
