import type { StreamId, TableFold, View, ViewEvent } from '#views';
import { sameRow } from './same-row.js';
import type { StoredRow, StreamRevision, TableChange } from '../view-store.js';

/** A stream as far as it is folded. */
export interface StreamInHand {
  readonly stream: StreamId;
  /** The places in the view of the tables that are folded from it. */
  readonly tables: readonly number[];
  /** Of its last event; -1 before the first. */
  revision: bigint;
  /** By the place of the table in the view, the row that holds now. */
  readonly rows: (StoredRow | null)[];
}

/** What is to be written. */
export interface Written {
  readonly revisions: readonly StreamRevision[];
  readonly tables: readonly TableChange[];
}

/** Gathers what a batch of events changes. A row that one event makes and a later one closes is written once. */
export class Changes {
  private readonly streams = new Set<StreamInHand>();
  private readonly tables: readonly ChangesOfTable[];

  constructor(view: View) {
    this.tables = view.tables.map((fold) => ({ fold, rows: [], closed: [], last: new Map() }));
  }

  /** Notes what an event makes of the row that a stream has in a table. */
  row(place: number, stream: StreamInHand, row: object, event: ViewEvent): void {
    const { fold, rows, closed, last } = this.tables[place]!;
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

  /** Notes how far a stream was folded. */
  moved(stream: StreamInHand, revision: bigint): void {
    stream.revision = revision;
    this.streams.add(stream);
  }

  get written(): Written {
    return {
      revisions: Array.from(this.streams, ({ stream, revision }) => ({ stream, revision })),
      tables: this.tables.flatMap(({ fold: { table }, rows, closed }) =>
        rows.length === 0 && closed.length === 0 ? [] : { table, rows, closed },
      ),
    };
  }
}

interface ChangesOfTable {
  readonly fold: TableFold;
  readonly rows: StoredRow[];
  readonly closed: StoredRow[];
  /** By stream, the place in `rows` of the row that holds now, where this batch made it. */
  readonly last: Map<StreamInHand, number>;
}
