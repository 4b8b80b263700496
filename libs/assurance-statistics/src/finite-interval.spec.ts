import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finiteInterval } from './finite-interval.js';
import { wilsonInterval } from './wilson-interval.js';

describe('the interval of a share in a list of known length', () => {
  it('is the share itself when the whole list was taken', () => {
    expect(finiteInterval(7, 20, 20)).toEqual({ value: 0.35, ci: [0.35, 0.35] });
  });

  it('comes to the Wilson interval when the list is long', () => {
    const [lower, upper] = finiteInterval(23, 35, 1e9).ci ?? [NaN, NaN];
    const wilson = wilsonInterval(23, 35).ci ?? [NaN, NaN];
    expect([lower, upper]).toEqual([expect.closeTo(wilson[0], 6), expect.closeTo(wilson[1], 6)]);
  });

  it('is no wider than Wilson, holds the share, and what the sample itself leaves possible', () => {
    const sample = fc
      .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 400 }))
      .chain(([n, more]) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.constant(n + more)));
    fc.assert(
      fc.property(sample, ([x, n, size]) => {
        const { value, ci } = finiteInterval(x, n, size);
        const [lower, upper] = ci ?? [NaN, NaN];
        const wilson = wilsonInterval(x, n).ci ?? [NaN, NaN];
        expect(lower).toBeLessThanOrEqual(value ?? NaN);
        expect(upper).toBeGreaterThanOrEqual(value ?? NaN);
        expect(upper - lower).toBeLessThanOrEqual(wilson[1] - wilson[0] + 1e-12);
        expect(lower).toBeGreaterThanOrEqual(x / size - 1e-12);
        expect(upper).toBeLessThanOrEqual((size - n + x) / size + 1e-12);
      }),
    );
  });

  it('does not exist for no case, and takes no sample larger than its list', () => {
    expect(finiteInterval(0, 0, 9)).toEqual({ value: null, ci: null, reason: 'n=0' });
    expect(() => finiteInterval(1, 10, 9)).toThrow('n (10) cannot be more than populationSize (9)');
  });
});
