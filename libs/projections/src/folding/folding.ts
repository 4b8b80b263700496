import type { StreamId, View, ViewEvent } from '#views';
import { Changes, type StreamInHand } from './changes.js';
import { PoisonEvent } from '../stops/poison-event.js';
import type { FoldState } from '../view-store.js';

/**
 * Folds events into batches of what is to be written, one batch after the other, each page by page. The streams of a batch stay in hand
 * until the next but one begins: how a stream stands need not be read again for every page, nor need a batch be written before
 * the next is folded. This holds as long as nobody else moves the rows on, which the checkpoint tells when they are written.
 */
export class Folding {
  /** By kind of stream, the places of its tables in the view. */
  private readonly tables = new Map<StreamId['kind'], number[]>();
  private ofBatch = new Map<string, StreamInHand>();
  private ofBatchBefore = new Map<string, StreamInHand>();

  constructor(private readonly view: View) {
    view.tables.forEach(({ kinds }, place) =>
      kinds.forEach((kind) => this.tables.set(kind, [...(this.tables.get(kind) ?? []), place])),
    );
  }

  /** Begins the next batch. */
  batch(): Changes {
    this.ofBatchBefore = this.ofBatch;
    this.ofBatch = new Map();
    return new Changes(this.view);
  }

  /** Takes the streams of the batch's next page in hand. */
  page(events: readonly ViewEvent[]): Page {
    const unknown: StreamInHand[] = [];
    const streams = events.map(({ stream }) => {
      const key = keyOf(stream);
      let known = this.ofBatch.get(key);
      if (known === undefined) {
        known = this.ofBatchBefore.get(key) ?? this.begin(stream, unknown);
        this.ofBatch.set(key, known);
      }
      return known;
    });
    return new Page(this.view, events, streams, unknown);
  }

  private begin(stream: StreamId, unknown: StreamInHand[]): StreamInHand {
    const tables = this.tables.get(stream.kind) ?? [];
    const begun = { stream, tables, revision: -1n, rows: this.view.tables.map(() => null) };
    unknown.push(begun);
    return begun;
  }
}

/** One page of events and the streams that they belong to. */
export class Page {
  constructor(
    private readonly view: View,
    private readonly events: readonly ViewEvent[],
    /** Of each event. */
    private readonly streams: readonly StreamInHand[],
    private readonly unknownStreams: readonly StreamInHand[],
  ) {}

  /** The streams that were not in hand: how they stand must be learned before the page is folded. */
  get unknown(): readonly StreamId[] {
    return this.unknownStreams.map(({ stream }) => stream);
  }

  /** Takes in how those streams stand in the store; what the state does not tell of has not begun. */
  learn({ revisions, tables }: FoldState): void {
    const unknown = new Map(this.unknownStreams.map((stream) => [keyOf(stream.stream), stream]));
    for (const { stream, revision } of revisions) {
      const known = unknown.get(keyOf(stream));
      if (known !== undefined) known.revision = revision;
    }
    for (const { table, rows } of tables) {
      const place = this.view.tables.findIndex((one) => one.table === table);
      for (const row of rows) {
        const known = unknown.get(keyOf(row.stream));
        if (known !== undefined) known.rows[place] = row;
      }
    }
  }

  /**
   * Folds the page into the changes of its batch. Events that the rows tell of already are passed over, so a repeated page is
   * harmless, and what comes out depends on the order within each stream only.
   * @returns what it ended before: an event that a fold cannot take, or that leaves a gap in its stream; null at the page's end.
   */
  fold(changes: Changes): PoisonEvent | null {
    for (const [index, event] of this.events.entries()) {
      const stream = this.streams[index]!;
      const next = stream.revision + 1n;
      if (event.revision < next) continue;
      try {
        if (event.revision > next) throw new Error(`revision ${next} of its stream is missing`);
        this.take(event, stream, changes);
      } catch (error) {
        return this.poison(event, error);
      }
    }
    return null;
  }

  private take(event: ViewEvent, stream: StreamInHand, changes: Changes): void {
    // Every table takes the event, or none does.
    const rows = stream.tables.map((place) =>
      this.view.tables[place]!.fold(stream.rows[place]?.row ?? null, event),
    );
    stream.tables.forEach((place, index) => changes.row(place, stream, rows[index]!, event));
    changes.moved(stream, event.revision);
  }

  private poison(event: ViewEvent, cause: unknown): PoisonEvent {
    const { id, type, revision, position } = event;
    return new PoisonEvent(
      this.view.name,
      { id, type, stream: keyOf(event.stream), revision, position },
      cause,
    );
  }
}

const keyOf = ({ kind, id }: StreamId): string => `${kind}-${id}`;
