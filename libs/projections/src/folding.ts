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
  /** -1 before its first event. */
  revision: bigint;
  /** By table, in the order of the view: the row that holds now. */
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
  private readonly kinds: ReadonlyMap<StreamId['kind'], readonly number[]>;
  /** What is met goes into the younger; when that is full, it becomes the older, and what was left there is forgotten. */
  private younger = new Map<string, StreamInHand>();
  private older = new Map<string, StreamInHand>();

  constructor(private readonly view: View) {
    const kinds = new Map<StreamId['kind'], number[]>();
    view.tables.forEach((table, index) =>
      table.kinds.forEach((kind) => kinds.set(kind, [...(kinds.get(kind) ?? []), index])),
    );
    this.kinds = kinds;
  }

  /** The streams of a page that are not in hand: how they stand must be `learn`ed before the page is folded. */
  unknown(events: readonly ViewEvent[]): readonly StreamId[] {
    if (this.younger.size >= PAGES_IN_HAND * events.length) this.forgetOlder();
    const unknown = new Map<string, StreamId>();
    for (const { stream } of events) {
      const key = keyOf(stream);
      if (this.inHand(key) === undefined) unknown.set(key, stream);
    }
    return [...unknown.values()];
  }

  /** Takes streams in hand as they stand in the store; what the state does not tell of has not begun. */
  learn(streams: readonly StreamId[], state: FoldState): void {
    for (const stream of streams) {
      this.younger.set(keyOf(stream), { stream, revision: -1n, rows: this.view.tables.map(() => null) });
    }
    for (const { stream, revision } of state.revisions) {
      const known = this.inHand(keyOf(stream));
      if (known !== undefined) known.revision = revision;
    }
    for (const { table, rows } of state.tables) {
      const index = this.view.tables.findIndex((one) => one.table === table);
      for (const row of rows) {
        const known = this.inHand(keyOf(row.stream));
        if (known !== undefined) known.rows[index] = row;
      }
    }
  }

  /**
   * Folds a page. Events that the rows tell of already are passed over, so a repeated page is harmless, and what comes out
   * depends on the order within each stream only. It ends before an event that a fold cannot take or that leaves a gap.
   */
  fold(events: readonly ViewEvent[]): Folded {
    const page = new FoldedPage(this.view);
    for (const event of events) {
      const key = keyOf(event.stream);
      const stream = this.inHand(key);
      if (stream === undefined) throw new Error(`The stream ${key} is folded before anybody learned of it`);
      const next = stream.revision + 1n;
      if (event.revision < next) continue;
      try {
        if (event.revision > next) throw new Error(`revision ${next} of its stream is missing`);
        this.take(event, key, stream, page);
      } catch (error) {
        return page.folded(trouble(this.view, event, key, error));
      }
    }
    return page.folded(null);
  }

  private take(event: ViewEvent, key: string, stream: StreamInHand, page: FoldedPage): void {
    const tables = this.kinds.get(event.stream.kind) ?? [];
    // Every table takes the event, or none does.
    const rows = tables.map((index) => this.view.tables[index]!.fold(stream.rows[index]?.row ?? null, event));
    tables.forEach((index, place) => {
      stream.rows[index] = page.change(index, key, stream.rows[index] ?? null, rows[place]!, event);
    });
    stream.revision = event.revision;
    page.moved.add(stream);
  }

  private inHand(key: string): StreamInHand | undefined {
    const young = this.younger.get(key);
    if (young !== undefined) return young;
    const old = this.older.get(key);
    if (old !== undefined) this.younger.set(key, old);
    return old;
  }

  private forgetOlder(): void {
    this.older = this.younger;
    this.younger = new Map();
  }
}

/** What the events of one page change. */
class FoldedPage {
  readonly moved = new Set<StreamInHand>();
  private readonly changes: readonly ChangesOfTable[];

  constructor(view: View) {
    this.changes = view.tables.map((fold) => ({ fold, rows: [], closed: [], last: new Map() }));
  }

  /** Notes what an event makes of a row, and gives the row that holds from now on. */
  change(table: number, key: string, before: StoredRow | null, row: object, event: ViewEvent): StoredRow {
    const { fold, rows, closed, last } = this.changes[table]!;
    if (fold.keeps === 'versions' && before !== null) {
      if (sameRow(row, before.row)) return before;
      const over = { ...before, toRevision: event.revision, to: event.recordedAt };
      const place = last.get(key);
      if (place === undefined) closed.push(over);
      else rows[place] = over;
    }
    const stored: StoredRow = {
      stream: event.stream,
      fromRevision: event.revision,
      from: event.recordedAt,
      toRevision: null,
      to: null,
      row,
    };
    last.set(key, rows.push(stored) - 1);
    return stored;
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
  readonly last: Map<string, number>;
}

const keyOf = ({ kind, id }: StreamId): string => `${kind}-${id}`;

const trouble = (view: View, event: ViewEvent, stream: string, cause: unknown): PoisonEvent => {
  const { id, type, revision, position } = event;
  return new PoisonEvent(view.name, { id, type, stream, revision, position }, cause);
};
