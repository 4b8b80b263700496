import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shrunkMeans } from './shrunk-means.js';

const values = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 12 });

describe('means drawn towards the mean of all', () => {
  it('are those of a case worked by hand', () => {
    // Within: (2 + 2 + 12) / 5 = 3.2. Q of the means 1, 4 and 7 about 4.75 is 15.46875; between is 8.62.
    const { value } = shrunkMeans([
      [0, 2],
      [3, 5],
      [6, 6, 6, 10],
    ]);
    expect(value!.varianceWithin).toBeCloseTo(3.2, 12);
    expect(value!.varianceBetween).toBeCloseTo(8.62, 12);
    expect(value!.mean).toBeCloseTo(4.082587749483827, 12);
    const shrunk = value!.groups.map((group) => group.shrunk);
    [1.4825969079426735, 4.012929588960286, 6.75223675154852].forEach((expected, at) =>
      expect(shrunk[at]).toBeCloseTo(expected, 12),
    );
  });

  it('stay where chance alone may explain the differences: all of them at the common mean', () => {
    const { value } = shrunkMeans([
      [-1, 1],
      [-1, 1, 1, -1],
      [-1, 1.5],
    ]);
    expect(value).toMatchObject({ varianceBetween: 0 });
    for (const { shrunk, reliability } of value!.groups) {
      expect(shrunk).toBeCloseTo(value!.mean, 12);
      expect(reliability).toBe(0);
    }
  });

  it('of a group without values are the mean of all', () => {
    const { value } = shrunkMeans([[0, 1], [], [3, 4]]);
    expect(value!.groups[1]).toMatchObject({ n: 0, own: null, shrunk: value!.mean });
  });

  it('are undefined where nothing tells luck from difference', () => {
    expect(shrunkMeans([])).toEqual({ value: null, reason: 'too-few-groups' });
    expect(shrunkMeans([[1, 2], []])).toEqual({ value: null, reason: 'too-few-groups' });
    expect(
      shrunkMeans([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual({ value: null, reason: 'no-variation' });
    expect(shrunkMeans([[1], [2]])).toEqual({ value: null, reason: 'no-variation' });
    expect(() => shrunkMeans([[Number.NaN], [1]])).toThrow(RangeError);
  });

  it('lie between their own and the common mean, those of more values nearer to their own', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 2, maxLength: 8 }), (groups) => {
        const { value } = shrunkMeans(groups);
        if (value === null) return;
        for (const { own, shrunk, reliability, ci } of value.groups) {
          const ends = [own ?? value.mean, value.mean].sort((a, b) => a - b) as [number, number];
          expect(shrunk).toBeGreaterThanOrEqual(ends[0] - 1e-9);
          expect(shrunk).toBeLessThanOrEqual(ends[1] + 1e-9);
          expect(reliability).toBeGreaterThanOrEqual(0);
          expect(reliability).toBeLessThanOrEqual(1);
          expect(ci[0]).toBeLessThanOrEqual(shrunk);
          expect(ci[1]).toBeGreaterThanOrEqual(shrunk);
        }
        const bySize = value.groups.toSorted((a, b) => a.n - b.n).map((group) => group.reliability);
        expect(bySize).toEqual(bySize.toSorted((a, b) => a - b));
      }),
      { seed: 1986, numRuns: 500 },
    );
  });

  it('do not hang on the order of the groups', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 2, maxLength: 8 }), (groups) => {
        const [there, back] = [shrunkMeans(groups).value, shrunkMeans(groups.toReversed()).value];
        expect(back?.varianceBetween ?? null).toEqual(
          there === null ? null : expect.closeTo(there.varianceBetween, 9),
        );
        expect(back?.groups.toReversed().map(({ shrunk }) => shrunk)).toEqual(
          there?.groups.map(({ shrunk }) => expect.closeTo(shrunk, 9)),
        );
      }),
      { seed: 1975, numRuns: 200 },
    );
  });
});
