import type { IsoDate } from '../vocabulary/dates.js';
import type { Sha256 } from '../vocabulary/identifiers.js';

/** A draw that anybody can repeat from the frame and the seed. Indices count the frame's entries from 0. */
export interface Sample {
  /** Each stratum in the order of SHA-256 of seed and child id; its first cases are chosen. */
  readonly method: 'sha256-order-1';
  /** Digest of the frame that was drawn from. */
  readonly frame: Sha256;
  /** The day of the draw: a child is not drawn again for some months from here. */
  readonly drawnOn: IsoDate;
  /** What the order depends on. */
  readonly seed: string;
  /** `server`: made after the frame was frozen. `supplied`: somebody chose it, and every page says so. */
  readonly seedSource: 'server' | 'supplied';
  /** How many cases were asked for. */
  readonly size: number;
  /** Fewest cases of a stratum, where it holds so many. */
  readonly minimumPerStratum: number;
  /** Parts of the frame that were drawn by themselves. */
  readonly strata: readonly SampleStratum[];
  /** Entries of the frame that could not be drawn. */
  readonly exclusions: readonly SampleExclusion[];
}

/** What was drawn of one stratum. */
export interface SampleStratum {
  /** Name of the stratum. */
  readonly stratum: string;
  /** Entries of the stratum. */
  readonly inFrame: number;
  /** Of these, how many could be drawn. */
  readonly eligible: number;
  /** Frame indices in draw order; as many as the stratum was allocated. */
  readonly chosen: readonly number[];
  /** Chosen over eligible, between 0 and 1. */
  readonly probability: number;
}

/** Entries that one reason kept out of a draw. */
export interface SampleExclusion {
  readonly reasonCode: SampleExclusionReason;
  /** The entries, as indices in the frame. */
  readonly indices: readonly number[];
}

/** Why an entry could not be drawn: drawn in another cycle not long ago, or of a cohort that the cycle leaves out. */
export type SampleExclusionReason = 'sampled-recently' | 'outside-scope';
