import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runChart } from './run-chart.js';

describe('the run chart', () => {
  it('has a median and the runs about it, which a point on the median neither breaks nor joins', () => {
    expect(runChart([5, 6, 4, 7, 9, 2, 1])).toEqual({
      value: {
        median: 5,
        runs: [
          { side: 'above', from: 1, length: 1 },
          { side: 'below', from: 2, length: 1 },
          { side: 'above', from: 3, length: 2 },
          { side: 'below', from: 5, length: 2 },
        ],
        longestRun: 2,
        onMedian: 1,
      },
    });
    expect(runChart([1, 1, 9, 5, 9, 9, 1]).value?.runs).toEqual([
      { side: 'below', from: 0, length: 2 },
      { side: 'above', from: 2, length: 3 },
      { side: 'below', from: 6, length: 1 },
    ]);
  });

  it('has no run where all points are the same, and does not exist for none', () => {
    expect(runChart([3, 3, 3]).value).toEqual({ median: 3, runs: [], longestRun: 0, onMedian: 3 });
    expect(runChart([])).toEqual({ value: null, reason: 'n=0' });
    expect(() => runChart([Infinity])).toThrow(RangeError);
  });

  it('counts every point once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 11 }), (values) => {
        const { runs = [], onMedian = 0 } = runChart(values).value ?? {};
        expect(runs.reduce((sum, { length }) => sum + length, onMedian)).toBe(values.length);
      }),
    );
  });
});
