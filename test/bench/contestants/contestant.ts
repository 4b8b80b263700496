import type { Pool } from '#postgres';
import type { HistoryPlan } from '../history.js';

/** What ours, naive and emmett can all do, each in its own way. The revision before an append is always checked. */
export interface Contestant {
  /** The sessions that its appends go through. */
  readonly pool: Pool;
  /** One event of 512 bytes, which becomes this revision of the stream, counted from 0. */
  append(stream: string, revision: number): Promise<void>;
  /** So many events in one call, onto a stream that must be new. */
  appendBatch(stream: string, events: number): Promise<void>;
  /** Every event of a stream with what it says, decoded; how many there were. */
  load(stream: string): Promise<number>;
  /** Takes in a history, to be caught up with later. */
  takeIn(plan: HistoryPlan, told: (events: number) => void): Promise<void>;
  /** Brings a view from nothing to the end of that history; the seconds that took. */
  catchUp(): Promise<number>;
  close(): Promise<void>;
}
