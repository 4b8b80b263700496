import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { bootstrapInterval } from './bootstrap-interval.js';
import { GENERATOR } from './random-places.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const mean = (sample: readonly number[]): number => sample.reduce((sum, unit) => sum + unit) / sample.length;
const coins = Array.from({ length: 50 }, (_, at) => at % 2);

describe('the bootstrap interval', () => {
  it('of a share lies between the quantiles of the binomial distribution that it draws from', () => {
    const interval = bootstrapInterval({ units: coins, estimate: mean, seed: 'coins', sha256Hex });
    expect(interval).toEqual({
      ...{
        value: [0.36, 0.64],
        seed: 'coins',
        generator: GENERATOR,
        replicates: 2000,
        undefinedReplicates: 0,
      },
    });
  });

  it('interpolates between two figures', () => {
    const figures = Array.from({ length: 101 }, (_, at) => (37 * at) % 101);
    const interval = bootstrapInterval({
      ...{ units: coins, estimate: () => figures.pop() ?? null, seed: 's', sha256Hex, replicates: 101 },
      confidence: 0.95,
    });
    expect(interval.value?.[0]).toBeCloseTo(2.5, 12);
    expect(interval.value?.[1]).toBeCloseTo(97.5, 12);
  });

  it('draws as many units as there are', () => {
    const sizes = new Set<number>();
    bootstrapInterval({ units: coins, estimate: (sample) => sizes.add(sample.length).size, seed: 's', sha256Hex });
    expect([...sizes]).toEqual([50]);
  }); // prettier-ignore

  it.each([
    [100, { value: [1, 5], undefinedReplicates: 100 }],
    [101, { value: null, reason: 'often-undefined', undefinedReplicates: 101 }],
  ])('of 2,000 samples of which %d have no figure', (without, expected) => {
    let drawn = 0;
    const estimate = (): number | null => ((drawn += 1) <= without ? null : drawn % 2 ? 1 : 5);
    expect(bootstrapInterval({ units: coins, estimate, seed: 's', sha256Hex })).toMatchObject(expected);
  });

  it('is none where there is nothing to draw from, and where all samples are alike', () => {
    const asked = { estimate: mean, seed: 's', sha256Hex };
    expect(bootstrapInterval({ ...asked, units: [] })).toMatchObject({ value: null, reason: 'no-units' });
    expect(bootstrapInterval({ ...asked, units: [3, 3] })).toMatchObject({ value: null, reason: 'degenerate-se' });
  }); // prettier-ignore

  it.each([{ replicates: 99 }, { replicates: 1000.5 }, { confidence: 95 }])('refuses %p', (wrong) => {
    expect(() => bootstrapInterval({ units: coins, estimate: mean, seed: 's', sha256Hex, ...wrong })).toThrow(RangeError);
  }); // prettier-ignore
});
