import { marginOfError } from '#assurance-statistics';
import type { Sample } from '#audit-cycle';

/** What the size of a sample buys, printed beside it. */
export interface Precision {
  /** Points of percentage each way. */
  readonly points: number;
  readonly atPercent: number;
  readonly confidencePercent: number;
  readonly drawn: number;
  readonly outOf: number;
  readonly inWords: string;
}

/** How many of a stratum could be drawn, and how many were. */
export interface StratumSizes {
  readonly eligible: number;
  readonly chosen: number;
}

/** Of a sample as it was drawn. */
export const sizesOf = ({ strata }: Sample): readonly StratumSizes[] =>
  strata.map(({ eligible, chosen }) => ({ eligible, chosen: chosen.length }));

const SHARE = 0.6;
const CONFIDENCE = 0.95;

/**
 * The half width of the 95 % interval of a share of 60 %, with the finite-population correction over the children who could be drawn:
 * those left out are not spoken for. Null where nobody was drawn.
 */
export function samplePrecision(strata: readonly StratumSizes[]): Precision | null {
  const drawn = strata.reduce((sum, { chosen }) => sum + chosen, 0);
  const outOf = strata.reduce((sum, { eligible }) => sum + eligible, 0);
  const margin = marginOfError(drawn, outOf, SHARE, CONFIDENCE).value;
  if (margin === null) return null;
  const points = Math.round(margin * 1000) / 10;
  const [atPercent, confidencePercent] = [SHARE * 100, CONFIDENCE * 100];
  return {
    ...{ points, atPercent, confidencePercent, drawn, outOf },
    inWords:
      `+/- ${points.toFixed(1)} points at ${atPercent} %, ${confidencePercent} times in 100, for ` +
      `${drawn.toLocaleString('en-GB')} of ${outOf.toLocaleString('en-GB')} children. This counts sampling error only: ` +
      'how well the cases are graded is another question.',
  };
}
