import type { StreamId, TableFold, View, ViewEvent } from '#views';
import { PoisonEvent } from './poison-event.js';
import { sameRow } from './same-row.js';
import type { FoldState, StoredRow, StreamRevision, TableChange } from './view-store.js';

/** What a page of events changes, up to the event that the view cannot take. */
export interface Folded {
  readonly revisions: readonly StreamRevision[];
  readonly tables: readonly TableChange[];
  readonly poison: PoisonEvent | null;
}

/** A stream as far as it is folded. */
interface StreamInHand {
  readonly stream: StreamId;
  /** The places in the view of the tables that are folded from it. */
  readonly tables: readonly number[];
  /** -1 before its first event. */
  revision: bigint;
  /** By the place of the table in the view, the row that holds now. */
  readonly rows: (StoredRow | null)[];
}

/** So many times the events of a page, and at most twice that, is the number of streams that stay in hand. */
const PAGES_IN_HAND = 2;

/**
 * Folds pages of events, one after the other, into what is to be written. Streams stay in hand for a while, those of the page before
 * in any case: how a stream stands need not be read again for every page, nor need a page be written before the next is folded.
 * This holds as long as nobody else moves the rows on, which the checkpoint tells when they are written.
 */
export class Folding {
  /** By kind of stream, the places of its tables in the view. */
  private readonly tables = new Map<StreamId['kind'], number[]>();
  /** What is met goes into the younger; when that is full, it becomes the older, and what was left there is forgotten. */
  private younger = new Map<string, StreamInHand>();
  private older = new Map<string, StreamInHand>();

  constructor(private readonly view: View) {
    view.tables.forEach(({ kinds }, place) =>
      kinds.forEach((kind) => this.tables.set(kind, [...(this.tables.get(kind) ?? []), place])),
    );
  }

  /** Takes the streams of the next page in hand. */
  page(events: readonly ViewEvent[]): Page {
    if (this.younger.size >= PAGES_IN_HAND * events.length) {
      this.older = this.younger;
      this.younger = new Map();
    }
    const unknown: StreamInHand[] = [];
    const streams = events.map(({ stream }) => {
      const key = keyOf(stream);
      let known = this.younger.get(key);
      if (known === undefined) {
        known = this.older.get(key) ?? this.begin(stream, unknown);
        this.younger.set(key, known);
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
    private readonly learned: readonly StreamInHand[],
  ) {}

  /** The streams that were not in hand: how they stand must be known before the page is folded. */
  get unknown(): readonly StreamId[] {
    return this.learned.map(({ stream }) => stream);
  }

  /** Takes in how those streams stand in the store; what the state does not tell of has not begun. */
  learn({ revisions, tables }: FoldState): void {
    const learned = new Map(this.learned.map((stream) => [keyOf(stream.stream), stream]));
    for (const { stream, revision } of revisions) {
      const known = learned.get(keyOf(stream));
      if (known !== undefined) known.revision = revision;
    }
    for (const { table, rows } of tables) {
      const place = this.view.tables.findIndex((one) => one.table === table);
      for (const row of rows) {
        const known = learned.get(keyOf(row.stream));
        if (known !== undefined) known.rows[place] = row;
      }
    }
  }

  /**
   * Folds the page. Events that the rows tell of already are passed over, so a repeated page is harmless, and what comes out
   * depends on the order within each stream only. It ends before an event that a fold cannot take or that leaves a gap.
   */
  fold(): Folded {
    const changes = new Changes(this.view);
    for (const [index, event] of this.events.entries()) {
      const stream = this.streams[index]!;
      const next = stream.revision + 1n;
      if (event.revision < next) continue;
      try {
        if (event.revision > next) throw new Error(`revision ${next} of its stream is missing`);
        this.take(event, stream, changes);
      } catch (error) {
        return changes.folded(trouble(this.view, event, error));
      }
    }
    return changes.folded(null);
  }

  private take(event: ViewEvent, stream: StreamInHand, changes: Changes): void {
    // Every table takes the event, or none does.
    const rows = stream.tables.map((place) =>
      this.view.tables[place]!.fold(stream.rows[place]?.row ?? null, event),
    );
    stream.tables.forEach((place, index) => changes.change(place, stream, rows[index]!, event));
    stream.revision = event.revision;
    changes.moved.add(stream);
  }
}

/** What the events of a page change. */
class Changes {
  readonly moved = new Set<StreamInHand>();
  private readonly changes: readonly ChangesOfTable[];

  constructor(view: View) {
    this.changes = view.tables.map((fold) => ({ fold, rows: [], closed: [], last: new Map() }));
  }

  /** Notes what an event makes of the row of a stream. */
  change(place: number, stream: StreamInHand, row: object, event: ViewEvent): void {
    const { fold, rows, closed, last } = this.changes[place]!;
    const before = stream.rows[place] ?? null;
    if (fold.keeps === 'versions' && before !== null) {
      if (sameRow(row, before.row)) return;
      const over = { ...before, toRevision: event.revision, to: event.recordedAt };
      const written = last.get(stream);
      if (written === undefined) closed.push(over);
      else rows[written] = over;
    }
    const stored: StoredRow = {
      stream: event.stream,
      fromRevision: event.revision,
      from: event.recordedAt,
      toRevision: null,
      to: null,
      row,
    };
    last.set(stream, rows.push(stored) - 1);
    stream.rows[place] = stored;
  }

  folded(poison: PoisonEvent | null): Folded {
    return {
      revisions: Array.from(this.moved, ({ stream, revision }) => ({ stream, revision })),
      tables: this.changes.flatMap(({ fold: { table }, rows, closed }) =>
        rows.length === 0 && closed.length === 0 ? [] : { table, rows, closed },
      ),
      poison,
    };
  }
}

interface ChangesOfTable {
  readonly fold: TableFold;
  readonly rows: StoredRow[];
  readonly closed: StoredRow[];
  /** By stream, the place in `rows` of the row that holds now, where this page made it. */
  readonly last: Map<StreamInHand, number>;
}

const keyOf = ({ kind, id }: StreamId): string => `${kind}-${id}`;

const trouble = (view: View, event: ViewEvent, cause: unknown): PoisonEvent => {
  const { id, type, revision, position } = event;
  return new PoisonEvent(view.name, { id, type, stream: keyOf(event.stream), revision, position }, cause);
};
