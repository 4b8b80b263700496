import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { krippendorffAlphaInterval } from './krippendorff-alpha-interval.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const how = { seed: 'calibration of spring', sha256Hex };
const panel = [
  [2, 2, 3, null], [3, 3, 3, 2], [2, 1, 2, 2], [4, 4, null, 3], [2, 2, 2, 2], [3, 2, 3, null], [1, 1, 2, 1],
  [2, null, null, null], [3, 4, 3, 3], [2, 2, null, 2], [3, 3, 2, 3], [2, 3, 2, 2], [null, 4, 4, 4], [1, 2, 2, 2],
]; // prettier-ignore

describe("the interval of Krippendorff's alpha", () => {
  it('holds alpha, is drawn again from its seed, and is another from another', () => {
    const interval = krippendorffAlphaInterval(panel, how);
    const [lower, upper] = interval.value ?? [NaN, NaN];
    const { value } = krippendorffAlpha(panel);
    expect(value).toBeGreaterThan(lower);
    expect(value).toBeLessThan(upper);
    expect(upper).toBeLessThanOrEqual(1);
    expect(krippendorffAlphaInterval(panel, how)).toEqual(interval);
    expect(krippendorffAlphaInterval(panel, { ...how, seed: 'another' }).value).not.toEqual(interval.value);
  });

  it('draws from the cases with a pair alone', () => {
    const paired = panel.filter((row) => row.filter((code) => code !== null).length > 1);
    expect(krippendorffAlphaInterval(paired, how)).toEqual(krippendorffAlphaInterval(panel, how));
  });

  it('is another for another metric', () => {
    const ordinal = krippendorffAlphaInterval(panel, how).value?.[0];
    expect(krippendorffAlphaInterval(panel, how, 'nominal').value?.[0]).toBeLessThan(ordinal ?? NaN);
  });

  it.each([
    ['no case has two ratings', [[2, null], [null, 3]], 'no-units'],
    ['all ratings are the same', [[2, 2], [2, 2]], 'often-undefined'],
    ['most draws hold one grade alone', [[2, 2], [2, 2], [3, 3]], 'often-undefined'],
    ['all agree', Array.from({ length: 12 }, (_, at) => [1 + (at % 4), 1 + (at % 4)]), 'degenerate-se'],
  ])('is none where %s', (_, rows, reason) => {
    expect(krippendorffAlphaInterval(rows, how)).toMatchObject({ value: null, reason });
  }); // prettier-ignore
});
