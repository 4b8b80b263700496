import type { EventRecord, RecordedEvent } from './record/event-record.js';

/**
 * The log: one append-only sequence of events per authority, cut into streams. Adapters pass one contract suite
 * (`eventLogContract` of `#event-log/testing`), so what is promised here is what is tested.
 */
export interface EventLog {
  readonly capabilities: {
    /** `dense`: an authority's positions count 1, 2, 3 ...; `sparse`: they only grow. */
    readonly positions: 'dense' | 'sparse';
  };

  /**
   * Appends all of the events or none. An answer comes only after the events will survive a crash.
   * Expectations are always checked, and a command that was done before is answered from the record, whatever it expects now.
   * @throws LogBusy when too many appends wait already. Nothing was taken; the same command may be sent again.
   * @throws Error when the log cannot be reached or the machine fails; then the same command may be sent again without harm.
   */
  append(append: Append): Promise<AppendAnswer>;

  /** What became of a command, to be asked before deciding. */
  findCommand(authority: string, commandId: string): Promise<CommandDone | null>;

  /** Events of one stream in order of revision, at most `limit`. */
  readStream(
    stream: string,
    options?: { readonly after?: bigint; readonly limit?: number },
  ): Promise<readonly RecordedEvent[]>;

  /**
   * Events of one authority in order of position, at most `limit` that pass the filter. `through` is how far was looked,
   * so a reader with a narrow filter still gets on; it equals `after` when there was nothing new.
   */
  readAll(authority: string, options?: ReadAllOptions): Promise<LogPage>;

  /** Everything after a position, and then whatever comes, in pages that are never empty unless `through` moved. Ends when the signal is aborted. */
  follow(
    authority: string,
    options: ReadAllOptions & { readonly signal: AbortSignal },
  ): AsyncIterable<LogPage>;

  /** Position of the last event of an authority; 0 for an empty log. */
  head(authority: string): Promise<bigint>;

  /** The authorities that have events, sorted. */
  authorities(): Promise<readonly string[]>;
}

export interface Append {
  readonly stream: string;
  /** At least one, all described for this stream. */
  readonly events: readonly EventRecord[];
  readonly expect: Expectation;
  readonly command: CommandIdentity;
}

/** `none`: the stream has no events. `exists`: it has some. `any`: not asked. A number: the revision of its last event. */
export type Expectation = 'none' | 'exists' | 'any' | bigint;

export interface CommandIdentity {
  /** UUID that the sender keeps when it sends the command again. */
  readonly id: string;
  /** SHA-256 of the canonical command, hexadecimal: tells a repeat from another command under the same id. */
  readonly digest: string;
}

export interface Appended {
  readonly stream: string;
  readonly firstRevision: bigint;
  readonly lastRevision: bigint;
  readonly lastPosition: bigint;
}

export interface CommandDone extends Appended {
  readonly digest: string;
}

export type AppendAnswer =
  | ({ readonly outcome: 'appended' } & Appended)
  /** The expectation did not hold; `revision` is the stream's last, null when it has no events. */
  | { readonly outcome: 'conflict'; readonly revision: bigint | null }
  /** The same command was done before: this is what it did then. */
  | ({ readonly outcome: 'already-done' } & Appended)
  /** The command id belongs to another command. */
  | { readonly outcome: 'command-mismatch' };

export interface EventFilter {
  readonly types?: readonly string[];
  readonly kinds?: readonly string[];
}

export interface ReadAllOptions {
  readonly after?: bigint;
  readonly limit?: number;
  readonly filter?: EventFilter;
}

export interface LogPage {
  readonly events: readonly RecordedEvent[];
  readonly through: bigint;
}

/** Pages are of this many events unless the caller asks otherwise. */
export const DEFAULT_PAGE = 1000;
