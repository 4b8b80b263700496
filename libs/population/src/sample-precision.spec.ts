import { describe, expect, it } from '@jest/globals';
import type { Sample, SampleStratum } from '#audit-cycle';
import { samplePrecision, sizesOf } from './sample-precision.js';

const stratum = (eligible: number, chosen: number): SampleStratum => ({
  stratum: 'in-care',
  inFrame: eligible,
  eligible,
  chosen: Array.from({ length: chosen }, (_, n) => n),
  probability: chosen / eligible,
});

const sampleOf = (...strata: readonly SampleStratum[]): Sample => ({
  method: 'sha256-order-1',
  frame: '0'.repeat(64),
  drawnOn: '2026-03-02',
  seed: 's',
  seedSource: 'server',
  size: 200,
  minimumPerStratum: 0,
  strata,
  exclusions: [],
});

describe('the precision of a sample', () => {
  it('is +/- 6.5 points at 60 % for 200 of 2,503 children, and speaks of sampling error only', () => {
    const precision = samplePrecision(sizesOf(sampleOf(stratum(1503, 120), stratum(1000, 80))));
    expect(precision).toMatchObject({
      points: 6.5,
      atPercent: 60,
      confidencePercent: 95,
      drawn: 200,
      outOf: 2503,
    });
    expect(precision?.inWords).toMatch(
      /^\+\/- 6\.5 points at 60 %.* 200 of 2,503 children\. .*sampling error only/,
    );
  });

  it('is nothing to worry about where everybody was drawn, and nothing at all where nobody was', () => {
    expect(samplePrecision(sizesOf(sampleOf(stratum(10, 10))))).toMatchObject({ points: 0 });
    expect(samplePrecision(sizesOf(sampleOf(stratum(10, 0))))).toBeNull();
  });
});
