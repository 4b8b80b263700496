import { COHORTS, type Cohort } from '#audit-cycle';
import { samplePrecision } from '#population';
import type { CycleRow, DrawnSample } from '#views';
import { longDate } from '../wording/long-date.js';
import { counted, writtenNumber } from '../wording/written-number.js';
import { COHORT_WORDS, EXCLUSION_WORDS } from '../wording/words.js';

export interface SampleFacts {
  readonly facts: readonly { readonly term: string; readonly detail: string; readonly code?: boolean }[];
  readonly strata: readonly { readonly stratum: string; readonly cells: readonly string[] }[];
}

/** What a cycle says of its sample. */
type DrawnCycle = Pick<CycleRow, 'sample' | 'frame' | 'asAt' | 'draws' | 'replacementsDrawn'>;

/** How the sample was drawn; null before it is. */
export function presentSample(cycle: DrawnCycle): SampleFacts | null {
  const { sample, frame, asAt, draws, replacementsDrawn } = cycle;
  if (sample === null) return null;
  const population = sample.strata.reduce((sum, { inFrame }) => sum + inFrame, 0);
  return {
    facts: [
      {
        term: 'Size',
        detail: `${writtenNumber(sample.chosen)} of ${counted(population, 'child', 'children')}`,
      },
      ...(asAt === null ? [] : [{ term: 'List as at', detail: longDate(asAt) }]),
      { term: 'Drawn on', detail: longDate(sample.drawnOn) },
      { term: 'Precision', detail: precisionOf(sample) },
      { term: 'Seed', detail: sample.seed, code: true },
      { term: 'Where the seed is from', detail: SEED_FROM[sample.seedSource] },
      ...(frame === null ? [] : [{ term: 'SHA-256 of the list', detail: frame, code: true }]),
      { term: 'Left out', detail: exclusionsOf(sample) },
      ...(draws > 1
        ? [{ term: 'Draws', detail: `${writtenNumber(draws)}; the earlier ones stay on the record` }]
        : []),
      ...(replacementsDrawn > 0
        ? [{ term: 'Replacements drawn', detail: writtenNumber(replacementsDrawn) }]
        : []),
    ],
    strata: sample.strata.map(({ stratum, inFrame, eligible, chosen }) => ({
      stratum: isCohort(stratum) ? COHORT_WORDS[stratum] : stratum,
      cells: [inFrame, eligible, chosen].map(writtenNumber),
    })),
  };
}

const isCohort = (stratum: string): stratum is Cohort => COHORTS.some((cohort) => cohort === stratum);

const SEED_FROM: Readonly<Record<DrawnSample['seedSource'], string>> = {
  server: 'Made by the server after the list was frozen',
  supplied: 'Supplied by a person, and not made by the server',
};

function precisionOf({ strata }: DrawnSample): string {
  const precision = samplePrecision(strata);
  if (precision === null) return 'Nothing was drawn, so there is none';
  const { points, atPercent, confidencePercent, outOf } = precision;
  return (
    `A figure of ${atPercent}% is known to plus or minus ${points.toFixed(1)} points ` +
    `(${confidencePercent}%, finite population of the ${writtenNumber(outOf)} children who could be drawn). ` +
    'This is sampling error only; it does not include error of grading'
  );
}

const exclusionsOf = ({ exclusions }: DrawnSample): string => {
  const some = exclusions.filter(({ n }) => n > 0);
  return some.length === 0
    ? 'Nobody'
    : some
        .map(({ reasonCode, n }) => `${counted(n, 'child', 'children')} ${EXCLUSION_WORDS[reasonCode]}`)
        .join('; ');
};
