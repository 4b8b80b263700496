import { allocateProportionally } from './allocate-proportionally.js';
import type { AllocationReason } from './allocation.js';
import { byText, drawOrder } from './draw-order.js';
import type { Drawable, Sha256Hex } from './draw-order.js';
import type { Figure } from './figure.js';

/** One line of the frozen frame. With a reason in `excluded` it is counted, and cannot be drawn. */
export interface FrameEntry {
  readonly id: string;
  readonly stratum: string;
  readonly excluded?: string | undefined;
}

export interface SampleRequest {
  /** In the order in which it was frozen: draw indices count from 0 in it. Ids are unique. */
  readonly frame: readonly FrameEntry[];
  readonly size: number;
  /** What each stratum gets at the least, or all that is eligible in it where that is fewer. */
  readonly minimumPerStratum: number;
  readonly seed: string;
  readonly sha256Hex: Sha256Hex;
}

export interface DrawnStratum {
  readonly name: string;
  readonly inFrame: number;
  readonly eligible: number;
  readonly allocated: number;
  /** The chance that each eligible case had; null where nobody was eligible. */
  readonly selectionProbability: number | null;
  /** All its eligible cases in draw order, as indices in the frame: the first `allocated` are the sample. */
  readonly order: readonly number[];
}

export interface StratifiedSample {
  /** By name, in code-unit order. */
  readonly strata: readonly DrawnStratum[];
  /** Indices in the frame: stratum after stratum, in draw order. */
  readonly chosen: readonly number[];
}

/** Besides the reasons of an allocation: two lines of the frame have one id, so its chance would be double. */
export type SampleReason = AllocationReason | 'duplicate-id';

/**
 * Draws a stratified random sample that anybody can repeat from the frame and the seed: places in proportion to the
 * eligible cases of each stratum, and in each stratum the first of its draw order. The same frame in another order
 * gives the same cases. "Population" in a reason means the eligible cases.
 */
export function drawStratifiedSample(request: SampleRequest): Figure<StratifiedSample, SampleReason> {
  const { frame, size, minimumPerStratum, seed, sha256Hex } = request;
  if (new Set(frame.map((entry) => entry.id)).size < frame.length) {
    return { value: null, reason: 'duplicate-id' };
  }
  const strata = stratify(frame);
  const places = allocateProportionally(
    size,
    strata.map((stratum) => stratum.eligible.length),
    minimumPerStratum,
  );
  if (places.value === null) return places;

  const { allocation } = places.value;
  const drawn = strata.map(({ name, inFrame, eligible }, at) => {
    const allocated = allocation[at] ?? 0;
    return {
      name,
      inFrame,
      eligible: eligible.length,
      allocated,
      selectionProbability: eligible.length === 0 ? null : allocated / eligible.length,
      order: drawOrder(eligible, seed, sha256Hex),
    };
  });
  return {
    value: { strata: drawn, chosen: drawn.flatMap(({ order, allocated }) => order.slice(0, allocated)) },
  };
}

interface FrameStratum {
  readonly name: string;
  readonly inFrame: number;
  readonly eligible: readonly Drawable[];
}

function stratify(frame: readonly FrameEntry[]): readonly FrameStratum[] {
  const strata = new Map<string, { inFrame: number; eligible: Drawable[] }>();
  frame.forEach(({ id, stratum: name, excluded }, index) => {
    const stratum = strata.get(name) ?? { inFrame: 0, eligible: [] };
    stratum.inFrame += 1;
    if (excluded === undefined) stratum.eligible.push({ index, id });
    strata.set(name, stratum);
  });
  return [...strata].map(([name, stratum]) => ({ name, ...stratum })).sort((a, b) => byText(a.name, b.name));
}
