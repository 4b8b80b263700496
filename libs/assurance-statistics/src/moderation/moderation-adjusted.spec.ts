import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AdjustableAudit } from './adjustable-audit.js';
import { moderationAdjusted } from './moderation-adjusted.js';
import type { ModerationAdjusted } from './moderation-adjusted.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const adjusted = (audits: readonly AdjustableAudit[], seed = 'seed'): ModerationAdjusted | null =>
  moderationAdjusted({ audits, populationSize: null, seed, sha256Hex, replicates: 200 }).value;
const audits = (
  times: number,
  probability: number,
  moderatedGrade: number | null,
): readonly AdjustableAudit[] =>
  Array.from({ length: times }, () => ({ weight: 1, probability, moderatedGrade }));

/** A thousand audits, 50 / 650 / 260 / 40: the extremes are moderated for certain, one in five of the others by chance. */
const EXAMPLE = [
  ...audits(50, 1, 1),
  ...audits(40, 1, 4),
  ...audits(104, 0.2, 2),
  ...audits(26, 0.2, 3),
  ...audits(52, 0.2, 3),
  ...audits(520 + 208, 0.2, null),
];

describe('the moderation-adjusted distribution', () => {
  it('is 57.0 % Good or better where final grades say 67.4 %, when one Good in five would be lowered', () => {
    const final = (50 + 520 + 104) / 1000;
    expect(final).toBe(0.674);
    expect(adjusted(EXAMPLE)?.atLeast[1]?.share).toBeCloseTo(0.57, 12);
    expect(adjusted(EXAMPLE)?.byGrade.map(({ share }) => share.toFixed(3))).toEqual([
      ...['0.050', '0.520', '0.390', '0.040'],
    ]);
  });

  it('is the distribution of final grades, and certain, when everything was moderated', () => {
    const all = adjusted([
      ...audits(10, 1, 1),
      ...audits(104, 1, 2),
      ...audits(78, 1, 3),
      ...audits(8, 1, 4),
    ]);
    expect(all?.atLeast[1]?.share).toBeCloseTo(0.57, 12);
    all?.atLeast.forEach(({ share, ci }) => expect(ci).toEqual([share, share]));
  });

  it('counts an audit by its stratum weight through its chance', () => {
    const figure = adjusted([
      { weight: 3, probability: 0.5, moderatedGrade: 1 },
      { weight: 1, probability: 0.25, moderatedGrade: 3 },
      { weight: 2, probability: 1, moderatedGrade: 2 },
    ]);
    // The two by chance count 6 and 4, brought to the four cases that they stand for; the certain one stands for two.
    expect(figure?.byGrade.map(({ share }) => share)).toEqual(
      [(4 / 6) * 0.6, 2 / 6, (4 / 6) * 0.4, 0].map((share) => expect.closeTo(share, 12)),
    );
  });

  it('says how many were moderated in which way, and how many are awaited', () => {
    const figure = adjusted([...EXAMPLE, ...audits(3, 1, null)]);
    expect(figure).toMatchObject({
      n: 1003,
      moderated: { certain: 90, chance: 182 },
      awaited: 3,
      seed: 'seed',
    });
  });

  it('gives the same interval for the same seed, and another for another', () => {
    expect(adjusted(EXAMPLE)).toEqual(adjusted(EXAMPLE));
    expect(adjusted(EXAMPLE)?.atLeast[1]?.ci).not.toEqual(adjusted(EXAMPLE, 'other')?.atLeast[1]?.ci);
  });

  it('is less certain of the list than of the audits', () => {
    const width = (populationSize: number | null): number => {
      const { value } = moderationAdjusted({ audits: EXAMPLE, populationSize, seed: 's', sha256Hex });
      const [lower, upper] = value?.atLeast[1]?.ci ?? [NaN, NaN];
      return upper - lower;
    };
    expect(width(100_000)).toBeGreaterThan(width(null) * 1.05);
    expect(width(1000)).toBe(width(null));
  });

  it('corrects cases of each weight for what they stand for: a part that was looked at whole says nothing of another', () => {
    const whole = [...audits(100, 1, 2), ...audits(100, 1, 3)];
    const part = [...audits(1, 1, 2), ...audits(1, 1, 3)].map((one) => ({ ...one, weight: 10 }));
    const given = { audits: [...whole, ...part], populationSize: 220 };
    const { value } = moderationAdjusted({ ...given, seed: 's', sha256Hex, replicates: 2000 });
    const [lower, upper] = value?.atLeast[1]?.ci ?? [NaN, NaN];
    // Of 220 cases 20 are uncertain, of which 2 were seen: twice 1.96 x 0.5 x root of (2 x 10^2 x 0.9) / 220.
    expect(upper - lower).toBeCloseTo(0.12, 1);
    expect(upper - lower).toBeGreaterThan(0.1);
  });

  it('draws children of one family again together', () => {
    const given = Array.from({ length: 60 }, (_, n) => ({
      ...{ weight: 1, probability: 0.2, moderatedGrade: n >= 30 ? null : n % 6 < 3 ? 2 : 3 },
      cluster: `family ${Math.floor(n / 3)}`,
    }));
    const width = (audits: readonly AdjustableAudit[], designEffect?: number, populationSize?: number) => {
      const { value } = moderationAdjusted({
        ...{ audits, populationSize: populationSize ?? null, seed: 's', sha256Hex, replicates: 2000 },
        ...(designEffect === undefined ? {} : { designEffect }),
      });
      const [lower, upper] = value?.atLeast[1]?.ci ?? [NaN, NaN];
      return upper - lower;
    };
    const strangers = given.map((one) => ({ ...one, cluster: null }));
    // Ten families of three alike have three times the variance of thirty strangers; the tenth part of a notional one takes some off.
    expect(width(given) / width(strangers)).toBeGreaterThan(1.5);
    expect(width(given) / width(strangers)).toBeLessThan(1.8);
    expect(width(given, 4, 1e6)).toBeGreaterThan(width(given, 1, 1e6) * 1.2);
    expect(() => width(given, 0.9)).toThrow('designEffect must be at least 1, not 0.9');
  });

  it.each([
    ['n=0', []],
    ['none-moderated-by-chance', [...audits(5, 1, 2), ...audits(5, 0.2, null)]],
    ['none-moderated-for-certain', [...audits(5, 0.2, 2), ...audits(5, 1, null)]],
  ])('does not exist: %s', (reason, given) => {
    expect(moderationAdjusted({ audits: given, populationSize: null, seed: 's', sha256Hex })).toEqual({
      value: null,
      reason,
    });
  });

  it('leaves a grade that chance met in nobody possible', () => {
    const figure = adjusted([...audits(10, 0.2, 2), ...audits(40, 0.2, null)]);
    expect(figure?.byGrade[3]?.share).toBe(0);
    expect(figure?.byGrade[3]?.ci[1]).toBeGreaterThan(0.01);
  });

  it('adds up to 1, within intervals that hold the shares', () => {
    const audit = fc.record({
      weight: fc.double({ min: 0.5, max: 50, noNaN: true }),
      probability: fc.constantFrom(0.1, 0.2, 0.5, 1),
      moderatedGrade: fc.option(fc.integer({ min: 1, max: 4 })),
    });
    fc.assert(
      fc.property(fc.array(audit, { minLength: 1, maxLength: 30 }), (given) => {
        const { value } = moderationAdjusted({
          audits: given,
          populationSize: 1e6,
          seed: 's',
          sha256Hex,
          replicates: 100,
        });
        fc.pre(value !== null);
        expect(value.byGrade.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { share, ci } of [...value.byGrade, ...value.atLeast]) {
          expect(0 <= ci[0] && ci[0] <= share && share <= ci[1] && ci[1] <= 1).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [{ weight: 0 }, 'audits[0].weight must be above 0, not 0'],
    [{ probability: 0 }, 'audits[0].probability must be above 0'],
    [{ probability: 1.2 }, 'audits[0].probability must be from 0 to 1, not 1.2'],
    [{ moderatedGrade: 5 }, 'audits[0].moderatedGrade (5) cannot be more than the grades of the scale (4)'],
    [{ moderatedGrade: 0 }, 'audits[0].moderatedGrade must be from 1'],
  ])('refuses %j', (wrong, says) => {
    expect(() => adjusted([{ weight: 1, probability: 1, moderatedGrade: 2, ...wrong }])).toThrow(says);
  });
});
