import type { IsoDate } from '../vocabulary/dates.js';
import type { Sha256 } from '../vocabulary/identifiers.js';

/** A draw that anybody can repeat from the frame and the seed. Indices count the frame's entries from 0. */
export interface Sample {
  readonly method: 'sha256-order-1';
  readonly frame: Sha256;
  /** The day of the draw: a child is not drawn again for some months from here. */
  readonly drawnOn: IsoDate;
  readonly seed: string;
  /** `server`: made after the frame was frozen. `supplied`: somebody chose it, and every page says so. */
  readonly seedSource: 'server' | 'supplied';
  readonly size: number;
  readonly minimumPerStratum: number;
  readonly strata: readonly SampleStratum[];
  readonly exclusions: readonly SampleExclusion[];
}

export interface SampleStratum {
  readonly stratum: string;
  readonly inFrame: number;
  readonly eligible: number;
  /** Frame indices in draw order; as many as the stratum was allocated. */
  readonly chosen: readonly number[];
  /** Chosen over eligible, between 0 and 1. */
  readonly probability: number;
}

export interface SampleExclusion {
  readonly reasonCode: SampleExclusionReason;
  readonly indices: readonly number[];
}

export type SampleExclusionReason = 'sampled-recently' | 'outside-scope';
