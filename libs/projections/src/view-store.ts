import type { StreamId, View } from '#views';
import type { Stop, Stopped } from './stops/stop.js';

/**
 * Keeps the rows of views and how far they have come. Everything belongs to one authority. A view has one live
 * generation of rows, which readers see, and while it is made anew a second one beside it.
 * Adapters pass one contract suite (`viewStoreContract` of `#projections/testing`).
 */
export interface ViewStore {
  generations(view: View, authority: string): Promise<Generations>;

  /** The live generation; an empty one of this version is made where there is none. */
  open(view: View, authority: string): Promise<Generation>;

  /** The generation being built beside the live one; an empty one of this version is made where there is none. */
  build(view: View, authority: string): Promise<Generation>;

  /** What a fold needs to go on with these streams. */
  load(view: View, authority: string, generation: number, streams: readonly StreamId[]): Promise<FoldState>;

  /**
   * Writes rows, revisions and checkpoint, all or none. `stale`: the generation is no longer there, or its checkpoint is
   * not at `after` any more, because somebody else has moved it; then nothing was written.
   */
  apply(batch: Batch): Promise<'applied' | 'stale'>;

  /**
   * Makes the generation being built the live one; the one before is gone for readers and writers at the same moment,
   * its rows with the next `sweep`. `behind`: the live one tells of more of the log, which ends at `head`. `gone`: there
   * is no such generation being built.
   */
  promote(
    view: View,
    authority: string,
    generation: number,
    head: bigint,
  ): Promise<'promoted' | 'behind' | 'gone'>;

  /**
   * Gives up a generation that is being built, and its rows. Its number is never given out again, so whoever still writes to it
   * writes to nothing.
   */
  abandon(view: View, authority: string, generation: number): Promise<void>;

  /** Deletes rows that belong to no generation any more. */
  sweep(view: View, authority: string): Promise<void>;

  /** The generations of the view that stand before an event which they cannot take. */
  stops(view: View, authority: string): Promise<readonly Stop[]>;

  /**
   * Records that a generation cannot take an event: one more attempt where it stopped there before, which is then the answer to
   * whoever asked for it. Nothing is recorded of a generation that is no longer there.
   */
  stop(view: View, authority: string, generation: number, stopped: Stopped): Promise<void>;

  /** Asks for another attempt of a generation that stopped. */
  askRetry(view: View, authority: string, generation: number): Promise<void>;

  /** Forgets what a generation stopped at. */
  forgetStop(view: View, authority: string, generation: number): Promise<void>;

  /** Revision of the last event of the stream that the live rows tell of; null when they tell of none. */
  revision(view: View, authority: string, stream: StreamId): Promise<bigint | null>;

  /**
   * Hands over every live row, as it was at one moment: table by table in the order of the view, within a table in the
   * order of stream kind, stream id and revision. Answers with the position that the rows tell of.
   */
  readOut(view: View, authority: string, receive: (table: string, row: StoredRow) => void): Promise<bigint>;
}

export interface Generations {
  readonly live: Generation | null;
  readonly building: Generation | null;
}

export interface Generation {
  readonly number: number;
  /** Version of the view whose folds made the rows. */
  readonly version: number;
  /** How much of the authority's log the rows tell of. */
  readonly position: bigint;
}

/** A row and the part of its stream's history in which it held; an entry holds from its event on. */
export interface StoredRow {
  readonly stream: StreamId;
  readonly fromRevision: bigint;
  /** Moments at which the log took the events in. */
  readonly from: string;
  readonly toRevision: bigint | null;
  readonly to: string | null;
  readonly row: object;
}

export interface TableRows {
  readonly table: string;
  readonly rows: readonly StoredRow[];
}

/** What is to be written to a table. */
export interface TableChange extends TableRows {
  /** Rows that are not there yet. */
  readonly rows: readonly StoredRow[];
  /** Rows that are there and held until now. */
  readonly closed: readonly StoredRow[];
}

export interface StreamRevision {
  readonly stream: StreamId;
  readonly revision: bigint;
}

/** Where a fold stands with some streams: their last revisions, and by table the row that holds now. */
export interface FoldState {
  readonly revisions: readonly StreamRevision[];
  readonly tables: readonly TableRows[];
}

export interface Batch {
  readonly view: View;
  readonly authority: string;
  readonly generation: number;
  /** Where the checkpoint must stand. */
  readonly after: bigint;
  /** Where it moves to. */
  readonly through: bigint;
  readonly tables: readonly TableChange[];
  readonly revisions: readonly StreamRevision[];
}
