import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clusterInterval } from './cluster-interval.js';
import { wilsonInterval } from './wilson-interval.js';

const single = (x: 0 | 1) => ({ cases: 1, x });

describe('the interval of a share where families are clusters', () => {
  it('is nearly that of Wilson when every case is its own family', () => {
    const clusters = [
      ...Array.from({ length: 23 }, () => single(1)),
      ...Array.from({ length: 12 }, () => single(0)),
    ];
    const { value } = clusterInterval(clusters);
    // Dividing by k - 1 instead of k makes 35 / 34 of the plain variance.
    expect(value).toMatchObject({ cases: 35, clusters: 35, designEffect: expect.closeTo(35 / 34, 12) });
    expect(value?.ci[0]).toBeCloseTo(wilsonInterval(23, 35).ci?.[0] ?? NaN, 2);
  });

  it('counts families as cases when each is graded alike', () => {
    const clusters = Array.from({ length: 10 }, (_, at) => ({ cases: 3, x: at < 5 ? 3 : 0 }));
    expect(clusterInterval(clusters).value).toMatchObject({
      share: 0.5,
      designEffect: expect.closeTo((10 / 9) * 3, 12),
      effectiveCases: 9,
    });
  });

  it('counts every family as one case where all cases are alike', () => {
    const { value } = clusterInterval([
      { cases: 4, x: 4 },
      { cases: 2, x: 2 },
      { cases: 3, x: 3 },
    ]);
    expect(value).toMatchObject({ share: 1, designEffect: 3, effectiveCases: 3 });
    expect(value?.ci).toEqual(wilsonInterval(3, 3).ci);
  });

  it('holds the share, and never claims more than unrelated cases would', () => {
    const cluster = fc
      .integer({ min: 1, max: 6 })
      .chain((cases) => fc.record({ cases: fc.constant(cases), x: fc.integer({ min: 0, max: cases }) }));
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 2, maxLength: 40 }), (clusters) => {
        const { value } = clusterInterval(clusters);
        const { share = NaN, ci = [NaN, NaN], cases = NaN, effectiveCases = NaN } = value ?? {};
        expect(effectiveCases).toBeLessThanOrEqual(cases);
        expect(ci[0]).toBeLessThanOrEqual(share);
        expect(ci[1]).toBeGreaterThanOrEqual(share);
        expect(clusterInterval([...clusters].reverse()).value?.ci[0]).toBeCloseTo(ci[0], 9);
      }),
    );
  });

  it('does not exist for no family and for one alone', () => {
    expect(clusterInterval([])).toEqual({ value: null, reason: 'n=0' });
    expect(clusterInterval([{ cases: 9, x: 3 }])).toEqual({ value: null, reason: 'one-cluster' });
    expect(() => clusterInterval([{ cases: 0, x: 0 }])).toThrow('clusters[0].cases must be at least 1');
  });

  it('is narrower of a list of known length, and the share itself when the whole list was taken', () => {
    const clusters = Array.from({ length: 10 }, (_, at) => ({ cases: 3, x: at < 5 ? 3 : 0 }));
    const { value } = clusterInterval(clusters, 0.95, 59);
    expect(value?.effectiveCases).toBeCloseTo(2 * 9, 12);
    expect(clusterInterval(clusters, 0.95, 30).value?.ci).toEqual([0.5, 0.5]);
  });
});
