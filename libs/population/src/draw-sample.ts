import { drawStratifiedSample, type Sha256Hex, type StratifiedSample } from '#assurance-statistics';
import type { DrawAnswer, Frame, Sample, SampleExclusion, SampleExclusionReason } from '#audit-cycle';

export interface DrawRequest {
  readonly frame: Frame;
  readonly frameDigest: string;
  readonly size: number;
  readonly minimumPerStratum: number;
  readonly seed: string;
  readonly seedSource: Sample['seedSource'];
  /** The day of the draw, ISO date. */
  readonly drawnOn: string;
  /** Indices of the frame that may not be drawn, and why. */
  readonly exclusions: readonly SampleExclusion[];
}

/** Draws by SHA-256 order within each cohort, places in proportion, as anybody can again from the frame and the seed. */
export function drawSample(request: DrawRequest, sha256Hex: Sha256Hex): DrawAnswer {
  const { frame, frameDigest, size, minimumPerStratum, seed, seedSource, drawnOn, exclusions } = request;
  const drawn = stratify(frame, request, sha256Hex);
  if (drawn.value === null) return refusalFor(drawn.reason, request);
  return {
    ok: true,
    sample: {
      method: 'sha256-order-1',
      frame: frameDigest,
      drawnOn,
      seed,
      seedSource,
      size,
      minimumPerStratum,
      strata: drawn.value.strata.map((stratum) => ({
        stratum: stratum.name,
        inFrame: stratum.inFrame,
        eligible: stratum.eligible,
        chosen: stratum.order.slice(0, stratum.allocated),
        probability: stratum.selectionProbability ?? 0,
      })),
      exclusions,
    },
  };
}

/** The whole draw order of every stratum, also beyond what was chosen: replacements come from there. */
export const drawOrders = (
  frame: Frame,
  sample: Sample,
  sha256Hex: Sha256Hex,
): StratifiedSample['strata'] => {
  const drawn = stratify(frame, sample, sha256Hex);
  if (drawn.value === null)
    throw new Error(`The sample cannot be drawn again from its own frame: ${drawn.reason}`);
  return drawn.value.strata;
};

function stratify(
  frame: Frame,
  {
    size,
    minimumPerStratum,
    seed,
    exclusions,
  }: Pick<Sample, 'size' | 'minimumPerStratum' | 'seed' | 'exclusions'>,
  sha256Hex: Sha256Hex,
): ReturnType<typeof drawStratifiedSample> {
  const excluded = new Map<number, SampleExclusionReason>(
    exclusions.flatMap(({ reasonCode, indices }) => indices.map((index) => [index, reasonCode] as const)),
  );
  return drawStratifiedSample({
    frame: frame.entries.map(({ child, cohort }, index) => ({
      id: child,
      stratum: cohort,
      excluded: excluded.get(index),
    })),
    size,
    minimumPerStratum,
    seed,
    sha256Hex,
  });
}

function refusalFor(reason: string, { frame, size, minimumPerStratum, exclusions }: DrawRequest): DrawAnswer {
  const excluded = exclusions.reduce((sum, { indices }) => sum + indices.length, 0);
  const eligible = frame.entries.length - excluded;
  if (size > eligible) {
    return {
      ok: false,
      code: 'sample-too-large',
      message:
        `A sample of ${size} cannot be drawn: ${eligible} of ${frame.entries.length} children can be drawn ` +
        `(${excluded} are excluded). Ask for ${eligible} or fewer.`,
    };
  }
  return {
    ok: false,
    code: 'sample-not-possible',
    message: `A sample of ${size} with at least ${minimumPerStratum} from each cohort cannot be drawn (${reason}).`,
  };
}
