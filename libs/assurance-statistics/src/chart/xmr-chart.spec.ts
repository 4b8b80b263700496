import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { xmrChart } from './xmr-chart.js';

describe('the chart of single values', () => {
  it('screens moving ranges at or above their limit only when it is asked to', () => {
    const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1];
    expect(xmrChart(values, { screenMovingRanges: true }).value?.meanMovingRange).toBe(1);
    expect(xmrChart(values).value?.meanMovingRange).toBeCloseTo((9 + 8 + 9) / 11, 12);
  });

  it('has limits on the mean where nothing moves, and marks nothing', () => {
    for (const screenMovingRanges of [false, true]) {
      const { value } = xmrChart([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], { screenMovingRanges });
      expect(value).toMatchObject({ upper: value?.mean, lower: value?.mean, outside: [], shift: [] });
    }
  });

  it('takes a point on the limit for one within it, whatever the machine rounds', () => {
    // Mean 0.1, mean moving range 0.1 x 2 / 2.66: both 0.3 and -0.1 lie just on the limits.
    const step = 0.2 / 2.66;
    const values = [0.1, 0.1 + step, 0.1, 0.1 + step, 0.1];
    const { value } = xmrChart(values);
    expect(value?.outside).toEqual([]);
    expect(value?.upper).toBeCloseTo((value?.mean ?? NaN) + 2.66 * step, 12);
  });

  it('names what a point is drawn as: outside before trend before near the limit before shift', () => {
    const falling = [70, 69, 68, 67, 66, 65, 64, 40].map((value) => -value);
    expect(xmrChart(falling).value?.marks.at(-1)).toBe('above-limit');
    expect(xmrChart([9, 8, 7, 6, 5, 4, 3, 9, 3, 9, 3]).value?.marks.slice(0, 7)).toEqual(
      Array(7).fill('falling'),
    );
    const shifted = xmrChart([4, 6, 4, 7, 5, 4, 6, 0, 0, 3, 2, 1, 1, 1]).value;
    expect(shifted?.shift).toHaveLength(14);
    expect(shifted?.nearLimit).toEqual([7, 8]);
    expect(shifted?.marks.slice(6, 10)).toEqual(['run-above', 'near-lower', 'near-lower', 'run-below']);
  });

  it('breaks a run at a point on the mean, and a trend at two equal points', () => {
    const run = [1, 1, 1, 0, 1, 1, 1, -1, -1, -1, 0, -1, -1, -1];
    expect(xmrChart(run).value?.shift).toEqual([]);
    expect(xmrChart([1, 2, 3, 4, 4, 5, 6, 7]).value?.trend).toEqual([]);
    expect(xmrChart([1, 2, 3, 4, 5, 6, 7]).value?.trend).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(xmrChart([1, 2, 3, 4, 5, 6, 6]).value?.trend).toEqual([]);
  });

  it('does not exist for fewer than two values, and takes no value that is none', () => {
    expect(xmrChart([])).toEqual({ value: null, reason: 'fewer-than-two-points' });
    expect(xmrChart([5])).toEqual({ value: null, reason: 'fewer-than-two-points' });
    expect(() => xmrChart([1, NaN])).toThrow('values[1] must be a number, not NaN');
  });

  it('turned upside down, marks the same points the other way', () => {
    const opposite = { outside: 'outside', shift: 'shift', trend: 'trend', nearLimit: 'nearLimit' } as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
        const up = xmrChart(values).value;
        const down = xmrChart(values.map((value) => -value)).value;
        for (const rule of Object.values(opposite)) expect(down?.[rule]).toEqual(up?.[rule]);
        expect(down?.upper).toBeCloseTo(-(up?.lower ?? NaN), 9);
      }),
    );
  });
});
