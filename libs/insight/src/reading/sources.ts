import type { StreamId, View } from '#views';

/** Token of the `ViewReader` that figures and lists are worked out from. */
export const VIEW_READER = Symbol('ViewReader');
/** Token of `ViewLevels`. */
export const VIEW_LEVELS = Symbol('ViewLevels');
/** Token of `StreamRevisions`. */
export const STREAM_REVISIONS = Symbol('StreamRevisions');
/** Token of the `EventLog`: where narrative is, and how far the record has come. */
export const RECORD = Symbol('EventLog');
/** Token of `SealedCharacteristics`. */
export const CHARACTERISTICS_KEPT = Symbol('SealedCharacteristics');
/** Token of the application's `Log`. */
export const LOG = Symbol('Log');
/** Token of the clock, `() => Date`. */
export const CLOCK = Symbol('Clock');

/** Waits for views, so that people see what they just did; `Projections` is one. */
export interface ViewLevels {
  /** Whether the view came to tell of the log up to the position within `timeout` milliseconds. */
  waitForPosition(view: string, authority: string, position: bigint, timeout: number): Promise<boolean>;
}

/** Knows how far views have come with single streams; every `ViewStore` does. */
export interface StreamRevisions {
  /** Revision of the last event of the stream that the view tells of; null when it tells of none. */
  revision(view: View, authority: string, stream: StreamId): Promise<bigint | null>;
}
