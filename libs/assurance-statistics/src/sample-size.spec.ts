import { describe, expect, it } from '@jest/globals';
import { sampleSize } from './sample-size.js';
import { expectWithin, workedValues } from './testing/worked-values.js';

describe('the sample size', () => {
  const values = workedValues<{ conf: number }, { N: number | null; p: number; e: number }, unknown>(
    'fpc_sample_size',
  );
  it.each(values)('gives the worked value $id', ({ params, input, expected, tolerance }) => {
    const wanted = { populationSize: input.N, p: input.p, marginOfError: input.e, confidence: params.conf };
    expectWithin(tolerance, sampleSize(wanted).value, expected);
  });

  it('is never more than the population', () => {
    expect(sampleSize({ populationSize: 3, p: 0.5, marginOfError: 0.0001 }).value?.n).toBe(3);
    for (let percent = 1; percent <= 100; percent += 1) {
      const size = sampleSize({ populationSize: 1, p: 0.01, marginOfError: percent / 100 });
      expect(size.value?.n).toBe(1);
    }
  });

  it('says why there is none for an empty list, and none where nothing varies', () => {
    expect(sampleSize({ populationSize: 0, p: 0.5, marginOfError: 0.05 })).toEqual({
      value: null,
      reason: 'n=0',
    });
    for (const p of [0, 1]) {
      expect(sampleSize({ populationSize: 9, p, marginOfError: 0.05 })).toEqual({
        value: null,
        reason: 'no-variation',
      });
    }
  });

  it.each([0, -0.05, 5, NaN])('refuses a margin of %p', (marginOfError) => {
    expect(() => sampleSize({ populationSize: 9, p: 0.5, marginOfError })).toThrow(RangeError);
  });
});
