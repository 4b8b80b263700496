import type { Sha256Hex } from '#assurance-statistics';
import type { Frame, Sample, SampleStratum } from '#audit-cycle';
import { drawSample } from './draw-sample.js';
import { otherThanPublished } from './other-than-published.js';
import type { SampleCheck } from './sample-check.js';

/**
 * Draws a published sample again from the frame and its own seed, and says whether it is the same to the last case and in the
 * same order. Needs nothing but the two files, so anybody can do it on any machine.
 * @param frameText the frame exactly as it was frozen: its digest is compared before anything is drawn
 */
export function checkSample(frameText: string, sample: Sample, sha256Hex: Sha256Hex): SampleCheck {
  const other = otherThanPublished(frameText, sample.frame, 'frame', 'the sample was drawn from', sha256Hex);
  if (other !== null) return other;
  const { seed, seedSource, size, minimumPerStratum, drawnOn, exclusions } = sample;
  const frame = JSON.parse(frameText) as Frame;
  const again = drawSample(
    {
      frame,
      frameDigest: sample.frame,
      ...{ seed, seedSource, size, minimumPerStratum, drawnOn, exclusions },
    },
    sha256Hex,
  );
  if (!again.ok) return { same: false, reason: again.message };
  const differing = again.sample.strata.find((stratum, n) => !sameStratum(stratum, sample.strata[n]));
  if (differing !== undefined || sample.strata.length !== again.sample.strata.length) {
    return {
      same: false,
      reason: `Drawn again, the cases of ${differing?.stratum ?? 'a stratum that the frame does not have'} are others`,
    };
  }
  return { same: true, cases: sample.strata.reduce((sum, { chosen }) => sum + chosen.length, 0) };
}

const sameStratum = (again: SampleStratum, published: SampleStratum | undefined): boolean =>
  published !== undefined &&
  again.stratum === published.stratum &&
  again.inFrame === published.inFrame &&
  again.eligible === published.eligible &&
  again.probability === published.probability &&
  again.chosen.length === published.chosen.length &&
  again.chosen.every((index, n) => index === published.chosen[n]);
