import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { randomPlaces } from '../bootstrap/random-places.js';
import type { AdjustableAudit } from './adjustable-audit.js';
import { moderationAdjusted } from './moderation-adjusted.js';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const CYCLES = 1000;
const AUDITS = 100;

interface SimulatedCycle {
  readonly audits: readonly AdjustableAudit[];
  /** Shares of Good or better: as moderators would grade everything, and as final grades have it. */
  readonly truth: number;
  readonly final: number;
}

/** Auditors who grade one Good in five and one Requires improvement in twelve too kindly; 30 % are moderated by chance. */
function cycle(seed: string): SimulatedCycle {
  const place = randomPlaces(seed, sha256Hex);
  const inHundred = (share: number): boolean => place(100) < share;
  const graded = Array.from({ length: AUDITS }, () => {
    const given = inHundred(5) ? 1 : inHundred(70) ? 2 : inHundred(85) ? 3 : 4;
    const lowered = (given === 2 && inHundred(20)) || (given === 3 && inHundred(8));
    const right = given + (lowered ? 1 : 0);
    const probability = given === 1 || given === 4 ? 1 : 0.3;
    const moderated = probability === 1 || inHundred(30);
    return {
      right,
      final: moderated ? right : given,
      weight: 1,
      probability,
      moderatedGrade: moderated ? right : null,
    };
  });
  const goodOrBetter = (of: (one: (typeof graded)[number]) => number): number =>
    graded.filter((one) => of(one) <= 2).length / AUDITS;
  return { audits: graded, truth: goodOrBetter((one) => one.right), final: goodOrBetter((one) => one.final) };
}

describe('the moderation-adjusted distribution of simulated cycles whose truth is known', () => {
  const found = Array.from({ length: CYCLES }, (_, number) => {
    const { audits, truth, final } = cycle(`cycle ${number}`);
    const asked = { audits, populationSize: null, seed: `${number}`, sha256Hex, replicates: 100 };
    const { share = NaN, ci = [NaN, NaN] } = moderationAdjusted(asked).value?.atLeast[1] ?? {};
    return { error: share - truth, ofFinal: final - truth, covered: ci[0] <= truth && truth <= ci[1] };
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / CYCLES;

  it('is right on average, within what a thousand cycles can tell, where final grades are far too kind', () => {
    const errors = found.map(({ error }) => error);
    const standardError = Math.sqrt(mean(errors.map((error) => error ** 2)) / CYCLES);
    expect(Math.abs(mean(errors))).toBeLessThan(2 * standardError);
    expect(mean(found.map(({ ofFinal }) => ofFinal))).toBeGreaterThan(0.08);
  });

  it('has an interval that holds the truth in 93 to 97 cycles of a hundred', () => {
    const coverage = mean(found.map(({ covered }) => (covered ? 1 : 0)));
    expect(coverage).toBeGreaterThanOrEqual(0.93);
    expect(coverage).toBeLessThanOrEqual(0.97);
  });
});
