import type { Sample } from '#audit-cycle';
import { samplePrecision, sizesOf } from '#population';
import type { SampleAnswer } from './sample-body.js';

/** A sample with the numbers that are read beside it. */
export const sampleAnswer = (sample: Sample): SampleAnswer => ({
  sample,
  cases: sample.strata.reduce((sum, { chosen }) => sum + chosen.length, 0),
  children: sample.strata.reduce((sum, { inFrame }) => sum + inFrame, 0),
  excluded: Object.fromEntries(
    sample.exclusions.map(({ reasonCode, indices }) => [reasonCode, indices.length]),
  ),
  precision: samplePrecision(sizesOf(sample)),
});
