import { describe, expect, it } from '@jest/globals';
import type { Cohort, Frame, FrameEntry, Sample } from '#audit-cycle';
import { canonicalJson, sha256Hex } from '#event-log';
import { checkSample } from './check-sample.js';
import { drawSample } from './draw-sample.js';

const COHORTS: readonly Cohort[] = ['child-in-need', 'child-in-need', 'in-care'];

const frame: Frame = {
  asAt: '2026-02-28',
  entries: Array.from({ length: 60 }, (_, n): FrameEntry => {
    const child = `C-${String(n).padStart(3, '0')}`;
    return { child, cohort: COHORTS[n % 3]!, team: 'North', worker: null, family: null };
  }),
};
const text = canonicalJson(frame);

const drawn = drawSample(
  {
    ...{ frame, frameDigest: sha256Hex(text), size: 12, minimumPerStratum: 2 },
    ...{ seed: 'b5f1', seedSource: 'server', drawnOn: '2026-03-02' },
    exclusions: [{ reasonCode: 'sampled-recently', indices: [0, 5, 9] }],
  },
  sha256Hex,
);
if (!drawn.ok) throw new Error(drawn.message);
const { sample } = drawn;

const check = (other: Partial<Sample>): unknown => checkSample(text, { ...sample, ...other }, sha256Hex);

describe('checking a sample', () => {
  it('finds the one that was drawn to be the same, and counts its cases', () => {
    expect(check({})).toEqual({ same: true, cases: 12 });
  });

  it('finds nobody drawn who was left out', () => {
    expect(sample.strata.flatMap(({ chosen }) => chosen).filter((n) => [0, 5, 9].includes(n))).toEqual([]);
  });

  it('does not mind in which order its members are written', () => {
    expect(check(Object.fromEntries(Object.entries(sample).reverse()))).toMatchObject({ same: true });
  });

  it('names both digests of another frame, and draws nothing from it', () => {
    const answer = checkSample(`${text}\n`, sample, sha256Hex);
    expect(answer).toEqual({
      same: false,
      reason: `This is another frame: its SHA-256 is ${sha256Hex(`${text}\n`)}, and the sample was drawn from ${sample.frame}`,
    });
  });

  it.each<[string, Partial<Sample>]>([
    ['seed', { seed: 'b5f2' }],
    ['size', { size: 13 }],
    ['least number from each stratum', { minimumPerStratum: 6 }],
    ['exclusion', { exclusions: [] }],
    ['order of strata', { strata: [...sample.strata].reverse() }],
    ['number of strata', { strata: [...sample.strata, sample.strata[0]!] }],
    ['probability', { strata: sample.strata.map((stratum) => ({ ...stratum, probability: 0.5 })) }],
    ['count of the frame', { strata: sample.strata.map((one) => ({ ...one, inFrame: one.inFrame + 1 })) }],
    ['case left away', { strata: sample.strata.map((one) => ({ ...one, chosen: one.chosen.slice(1) })) }],
  ])('finds another %s', (_, other) => {
    expect(check(other)).toMatchObject({ same: false });
  });

  it('says why where such a sample cannot be drawn at all', () => {
    expect(check({ size: 58 })).toMatchObject({ same: false, reason: expect.stringContaining('57 of 60') });
  });
});
