import { describe, expect, it } from '@jest/globals';
import { finiteGain } from './finite-gain.js';

describe('what a list of known length adds to a sample of it', () => {
  it('is nothing without a limit, little in a long list, and certainty when all of it was drawn', () => {
    expect(finiteGain(10, Infinity)).toBe(1);
    expect(finiteGain(10, 1e6)).toBeCloseTo(1, 4);
    expect(finiteGain(11, 21)).toBe(2);
    expect([finiteGain(10, 10), finiteGain(1, 1)]).toEqual([Infinity, Infinity]);
    expect(() => finiteGain(10, 9)).toThrow('n (10) cannot be more than populationSize (9)');
  });
});
