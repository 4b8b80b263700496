/** What every contestant can do, each in its own way; the revision before the append is always checked. */
export interface EventStore {
  /** One event of 512 bytes, which becomes this revision of the stream, counted from 0. */
  append(stream: string, revision: number): Promise<void>;
  /** So many events in one call, onto a stream that must be new. */
  appendBatch(stream: string, events: number): Promise<void>;
  /** Every event of a stream with what it says, decoded; how many there were. */
  load(stream: string): Promise<number>;
  close(): Promise<void>;
}
