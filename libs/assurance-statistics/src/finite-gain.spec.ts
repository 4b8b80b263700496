import { describe, expect, it } from '@jest/globals';
import { goodmanIntervals } from './distribution/goodman-intervals.js';
import { finiteGain } from './finite-gain.js';

describe('what a list of known length adds to a sample of it', () => {
  it('is nothing without a limit, little in a long list, and certainty when all of it was drawn', () => {
    expect(finiteGain(10, Infinity)).toBe(1);
    expect(finiteGain(10, 1e6)).toBeCloseTo(1, 4);
    expect(finiteGain(11, 21)).toBe(2);
    expect([finiteGain(10, 10), finiteGain(1, 1)]).toEqual([Infinity, Infinity]);
    expect(() => finiteGain(10, 9)).toThrow('n (10) cannot be more than populationSize (9)');
  });

  it('makes the intervals of four grades those of as many more cases', () => {
    const counts = [2, 14, 3, 1];
    const twice = goodmanIntervals(counts.map((count) => 2 * count)).value;
    expect(goodmanIntervals(counts, 0.95, 39).value).toEqual(
      twice?.map((limits) => limits.map((limit) => expect.closeTo(limit, 12))),
    );
    expect(goodmanIntervals(counts, 0.95, 20).value).toEqual(counts.map((x) => [x / 20, x / 20]));
  });
});
