import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kaplanMeier } from './kaplan-meier.js';
import { expectWithin, workedValues } from './testing/worked-values.js';

interface ExpectedCurve {
  steps: { t: number; atRisk: number; events: number; S: number; se: number | null; ci: number[] | null }[];
  median: number | null;
  medianCi95: (number | null)[];
  curveHitsHalfExactly: boolean;
}

describe('the Kaplan-Meier curve', () => {
  const values = workedValues<{ conf: number }, { times: number[]; events: number[] }, ExpectedCurve>(
    'kaplan_meier',
  );
  it.each(values)('gives the worked value $id', ({ params, input, expected, tolerance }) => {
    const observations = input.times.map((time, at) => ({ time, happened: input.events[at] === 1 }));
    const curve = kaplanMeier(observations, params.conf).value;
    expectWithin(
      tolerance,
      {
        steps: curve?.steps.map(({ time, atRisk, events, share, standardError, ci }) => {
          return { t: time, atRisk, events, S: share, se: standardError, ci };
        }),
        median: curve?.median.value,
        medianCi95: curve?.medianCi,
        curveHitsHalfExactly: curve?.curveHitsHalfExactly,
      },
      expected,
    );
  });

  it('says that the median is not yet reached while more than half are open', () => {
    const open = { time: 30, happened: false };
    const curve = kaplanMeier([{ time: 5, happened: true }, open, open]).value;
    expect(curve?.median).toEqual({ value: null, reason: 'not-yet-reached' });
  });

  it('does not depend on the order of the observations', () => {
    const observations = [4, 9, 4, 1, 12, 7].map((time, at) => ({ time, happened: at % 2 === 0 }));
    expect(kaplanMeier([...observations].reverse())).toEqual(kaplanMeier(observations));
  });

  it('never rises, lies within its limits, and is half or less from the median on', () => {
    const observation = fc.record({ time: fc.nat(40), happened: fc.boolean() });
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 60 }), (observations) => {
        const { steps = [], median } = kaplanMeier(observations).value ?? {};
        steps.forEach(({ time, share, ci }, at) => {
          expect(share).toBeLessThan(steps[at - 1]?.share ?? 1);
          expect(time).toBeGreaterThan(steps[at - 1]?.time ?? -1);
          if (ci !== null) expect(ci[0] <= share && share <= ci[1]).toBe(true);
          const reached = median !== undefined && median.value !== null && time >= median.value;
          expect(share <= 0.5 + 1e-9).toBe(reached);
        });
      }),
    );
  });

  it('of no observations does not exist', () => {
    expect(kaplanMeier([])).toEqual({ value: null, reason: 'n=0' });
  });

  it('refuses a time that is not one', () => {
    expect(() => kaplanMeier([{ time: -3, happened: true }])).toThrow(
      'observations[0].time must be a number of at least 0, not -3',
    );
  });
});
