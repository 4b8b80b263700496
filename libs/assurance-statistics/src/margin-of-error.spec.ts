import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marginOfError } from './margin-of-error.js';
import { sampleSize } from './sample-size.js';

describe('the margin of error', () => {
  it('of 200 drawn from 2,503 is 6.5 points at 60 %', () => {
    expect(marginOfError(200, 2503, 0.6).value).toBeCloseTo(0.0651391, 7);
  });

  it('without a limit to the population is larger: 6.8 points', () => {
    expect(marginOfError(200, null, 0.6).value).toBeCloseTo(0.0678951, 7);
  });

  it('of a census is nothing, also of a single case', () => {
    expect(marginOfError(40, 40, 0.5)).toEqual({ value: 0 });
    expect(marginOfError(1, 1, 0.5)).toEqual({ value: 0 });
  });

  it('of no sample does not exist', () => {
    expect(marginOfError(0, 2503, 0.6)).toEqual({ value: null, reason: 'n=0' });
    expect(marginOfError(0, 0, 0.6)).toEqual({ value: null, reason: 'n=0' });
  });

  it('is met by the sample size that was chosen for it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 100_000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.005, max: 0.2, noNaN: true }),
        (populationSize, p, wanted) => {
          const n = sampleSize({ populationSize, p, marginOfError: wanted }).value?.n ?? NaN;
          expect(marginOfError(n, populationSize, p).value).toBeLessThanOrEqual(wanted * (1 + 1e-9));
        },
      ),
    );
  });

  it('refuses a sample larger than its population and a share above 1', () => {
    expect(() => marginOfError(6, 5, 0.5)).toThrow('n (6) cannot be more than populationSize (5)');
    expect(() => marginOfError(5, 50, 60)).toThrow('p must be from 0 to 1, not 60');
  });
});
