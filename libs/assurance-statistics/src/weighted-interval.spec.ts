import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finiteInterval } from './finite-interval.js';
import { weightedInterval } from './weighted-interval.js';
import { wilsonInterval } from './wilson-interval.js';

describe('the interval of a share of cases that stand for different numbers of others', () => {
  it('counts each by what it stands for', () => {
    const { value } = weightedInterval([
      { cases: 20, x: 15, weight: 2 },
      { cases: 10, x: 2, weight: 16 },
    ]);
    // (15 x 2 + 2 x 16) / 200, as much as 200^2 / (20 x 4 + 10 x 256) cases.
    expect(value).toMatchObject({ share: 0.31, cases: 30, effectiveCases: expect.closeTo(15.1515, 4) });
  });

  it('is that of Wilson where all stand for equally many, and of a finite list where there is one', () => {
    const counted = fc
      .integer({ min: 1, max: 200 })
      .chain((cases) =>
        fc.tuple(fc.integer({ min: 0, max: cases }), fc.constant(cases), fc.constantFrom(0.5, 1, 7)),
      );
    fc.assert(
      fc.property(counted, ([x, cases, weight]) => {
        const near = (limits: readonly number[] | null) => limits?.map((limit) => expect.closeTo(limit, 9));
        expect(weightedInterval([{ cases, x, weight }]).value?.ci).toEqual(near(wilsonInterval(x, cases).ci));
        if (x > 0 && x < cases)
          expect(weightedInterval([{ cases, x, weight }], 0.95, 1e5).value?.ci).toEqual(
            near(finiteInterval(x, cases, 1e5).ci),
          );
      }),
    );
  });

  it('is wider than for equal weights, holds the share, and is the share of a whole list', () => {
    const groups = [
      { cases: 20, x: 15, weight: 2 },
      { cases: 10, x: 2, weight: 16 },
    ];
    const { share = NaN, ci = [NaN, NaN] } = weightedInterval(groups).value ?? {};
    const equal = wilsonInterval(9, 30).ci ?? [NaN, NaN];
    expect(ci[1] - ci[0]).toBeGreaterThan(equal[1] - equal[0]);
    expect(ci[0] < share && share < ci[1]).toBe(true);
    const whole = groups.map((group) => ({ ...group, weight: 1 }));
    expect(weightedInterval(whole, 0.95, 30).value).toMatchObject({ share: 17 / 30, ci: [17 / 30, 17 / 30] });
  });

  it('corrects each part for its own length: one that was looked at whole says nothing of the other', () => {
    const groups = [
      { cases: 200, x: 100, weight: 1 },
      { cases: 2, x: 1, weight: 10 },
    ];
    // Nothing is uncertain but 20 of 220, of which 2 were seen: 220^2 / (2 x 10^2 x 0.9), and 219 / 220 of it.
    expect(weightedInterval(groups, 0.95, 220).value?.effectiveCases).toBeCloseTo(267.67, 2);
    expect(weightedInterval(groups.slice(0, 1), 0.95, 200).value?.ci).toEqual([0.5, 0.5]);
  });

  it('does not exist for no case, and refuses what is no weight and no sample', () => {
    expect(weightedInterval([])).toEqual({ value: null, reason: 'n=0' });
    expect(() => weightedInterval([{ cases: 1, x: 1, weight: 0 }])).toThrow(
      'groups[0].weight must be above 0, not 0',
    );
    expect(() => weightedInterval([{ cases: 9, x: 1, weight: 1 }], 0.95, 8)).toThrow(
      'n (9) cannot be more than populationSize (8)',
    );
  });
});
