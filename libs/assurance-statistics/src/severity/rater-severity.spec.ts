import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomPlaces } from '../bootstrap/random-places.js';
import { always, notFinite, ratings, SEEDED } from '../testing/random-data.js';
import { raterSeverity } from './rater-severity.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const times = (row: readonly number[], count: number): readonly (readonly number[])[] =>
  Array.from({ length: count }, () => row);
const panel = [
  [4, 3, 3], [2, 4, 2], [4, 3, 4], [2, 3, 2], [1, 3, 2], [3, 3, 2], [4, 2, 4], [2, 1, 1], [3, 2, 3], [1, 1, 2],
  [2, 2, 4], [1, 2, 2], [3, 1, 2], [3, 2, 3], [3, 3, 4], [2, 1, 2], [4, 4, 3], [3, 1, 4], [2, 2, 3], [1, 2, 3],
]; // prettier-ignore

describe(`the severity of raters ${SEEDED}`, () => {
  it('is for two raters and two grades half the log of how often the one and the other gave the higher', () =>
    always(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 })), ([higher, lower]) => {
      const { value, n, dropped } = raterSeverity([...times([2, 1], higher), ...times([1, 2], lower), [2, 2], [1, 1]], [1, 2]);
      const [half, error] = [Math.log(higher / lower) / 2, Math.sqrt(1 / higher + 1 / lower) / 2];
      expect(value?.severity[0]).toBeCloseTo(-half, 8);
      expect(value?.severity[1]).toBeCloseTo(half, 8);
      expect(value?.standardErrors[0]).toBeCloseTo(error, 8);
      expect({ n, dropped }).toEqual({ n: higher + lower, dropped: { unrated: 0, ratedOnce: 0, allAtOneEnd: 2 } });
    }, 100)); // prettier-ignore

  it('adds up to 0, does not mind the order of cases, and goes with its rater', () => {
    const straight = raterSeverity(panel).value;
    const turned = raterSeverity(panel.toReversed().map((row) => row.toReversed())).value;
    expect(straight?.severity.reduce((sum, one) => sum + one)).toBeCloseTo(0, 12);
    straight?.severity.forEach((one, rater) => {
      expect(turned?.severity[2 - rater]).toBeCloseTo(one, 8);
      expect(turned?.standardErrors[2 - rater]).toBeCloseTo(straight.standardErrors[rater] ?? NaN, 8);
    });
  });

  it('turns its sign where the scale is turned round', () => {
    const severity = raterSeverity(panel).value?.severity ?? [];
    const turned = raterSeverity(panel, [4, 3, 2, 1]).value?.severity;
    severity.forEach((one, rater) => expect(turned?.[rater]).toBeCloseTo(-one, 8));
  });

  it('does not see cases that say nothing of it, and counts them', () => {
    const more = [[1, 1, 1], [4, 4, null], [null, 2, null], [null, null, null], [null, null, null]]; // prettier-ignore
    const { value, n, dropped } = raterSeverity([...panel, ...more]);
    expect({ n, dropped }).toEqual({ n: 20, dropped: { unrated: 2, ratedOnce: 1, allAtOneEnd: 2 } });
    expect(value).toEqual(raterSeverity(panel).value);
  });

  it('finds the severities that 2,000 cases were made with, a third of the ratings missing', () => {
    const place = randomPlaces('severity', sha256Hex);
    const uniform = (): number => place(2 ** 32) / 2 ** 32;
    const truth = [-0.9, -0.2, 0.4, 0.7];
    const made = Array.from({ length: 2000 }, () => {
      const quality = 4 * uniform() - 2;
      return truth.map((severity) => (uniform() < 1 / 3 ? null : drawn(quality - severity, uniform())));
    });
    const { severity, standardErrors } = raterSeverity(made).value ?? { severity: [], standardErrors: [] };
    const off = truth.map((one, rater) => ((severity[rater] ?? NaN) - one) / (standardErrors[rater] ?? NaN));
    off.forEach((errors) => expect(Math.abs(errors)).toBeLessThan(3));
    standardErrors.forEach((error) => expect(error).toBeLessThan(0.05));
  });

  it.each([
    ['no-pairs', 'there are no cases', []],
    ['no-pairs', 'no case has two ratings', [[2, null], [null, 3]]],
    ['no-variation', 'every case lies at one end', [[1, 1], [4, 4]]],
    ['not-linked', 'two pairs of raters share no case', [...times([1, 2], 9), ...times([2, 1], 9)].flatMap(([a = 0, b = 0]) => [[a, b, null, null], [null, null, a, b]])],
    ['not-linked', 'a rater rated nothing', panel.map((row) => [...row, null])],
    ['thresholds-diverge', 'a grade was never given', panel.map((row) => row.map((code) => Math.min(code, 3)))],
    ['thresholds-diverge', 'the best grade was never given', panel.map((row) => row.map((code) => Math.max(code, 2)))],
    ['severities-diverge', 'one rater gives the worst grade and no other', panel.map((row) => [...row, 4])],
    ['thresholds-diverge', 'one rater gives the worst grade and no other, which nobody else does', panel.map((row) => [...row.map((code) => Math.min(code, 3)), 4])],
  ])('is no figure (%s) where %s', (reason, _, rows) => {
    expect(raterSeverity(rows)).toMatchObject({ value: null, reason });
  }); // prettier-ignore

  it('has no figure where one of two raters always gives the worse of two grades', () => {
    expect(raterSeverity(times([1, 2], 9), [1, 2])).toMatchObject({
      value: null,
      reason: 'severities-diverge',
    });
  });

  it('gives no number that is not finite, whatever the ratings', () =>
    always(ratings, (rows) => {
      const found = raterSeverity(rows);
      expect(notFinite(found)).toEqual([]);
      found.value?.standardErrors.forEach((error) => expect(error).toBeGreaterThan(0));
    }));
});

/** A grade of the rating-scale model with thresholds -1, 0 and 1, by a number from 0 to 1. */
function drawn(beyond: number, chance: number): number {
  const weights = [0, beyond + 1, 2 * beyond + 1, 3 * beyond].map(Math.exp);
  const whole = weights.reduce((sum, weight) => sum + weight);
  let below = 0;
  return 1 + weights.filter((weight) => (below += weight / whole) < chance).length;
}
