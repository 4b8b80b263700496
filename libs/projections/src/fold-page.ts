import { canonicalJson } from '#event-log';
import type { StreamId, TableFold, View, ViewEvent } from '#views';
import { PoisonEvent } from './poison-event.js';
import type { FoldState, StoredRow, StreamRevision, TableRows } from './view-store.js';

/**
 * Folds a page of events into rows to write. Events that the rows tell of already are passed over, so a repeated page
 * is harmless, and what comes out depends on the order within each stream only.
 * @throws PoisonEvent for the first event that a fold cannot take or that leaves a gap in its stream.
 */
export function foldPage(view: View, events: readonly ViewEvent[], state: FoldState): FoldState {
  const known = new Map(state.revisions.map(({ stream, revision }) => [keyOf(stream), revision]));
  const tables = view.tables.map((table) => tableInHand(table, state.tables));
  const moved = new Map<string, StreamRevision>();
  for (const event of events) {
    const key = keyOf(event.stream);
    const next = (known.get(key) ?? -1n) + 1n;
    if (event.revision < next) continue;
    if (event.revision > next) throw trouble(view, event, `revision ${next} of its stream is missing`);
    for (const table of tables) {
      if (table.fold.kinds.includes(event.stream.kind)) takeEvent(view, table, event);
    }
    known.set(key, event.revision);
    moved.set(key, { stream: event.stream, revision: event.revision });
  }
  return {
    revisions: [...moved.values()],
    tables: tables.flatMap(({ fold: { table }, written }) =>
      written.size === 0 ? [] : { table, rows: [...written.values()] },
    ),
  };
}

interface TableInHand {
  readonly fold: TableFold;
  /** By stream, the row that holds now. */
  readonly current: Map<string, StoredRow>;
  readonly written: Map<string, StoredRow>;
}

function tableInHand(fold: TableFold, loaded: readonly TableRows[]): TableInHand {
  const rows = loaded.find(({ table }) => table === fold.table)?.rows ?? [];
  return { fold, current: new Map(rows.map((row) => [keyOf(row.stream), row])), written: new Map() };
}

function takeEvent(view: View, { fold, current, written }: TableInHand, event: ViewEvent): void {
  const key = keyOf(event.stream);
  const before = current.get(key) ?? null;
  const row = foldRow(view, fold, before, event);
  const write = (stored: StoredRow): void => void written.set(`${key}@${stored.fromRevision}`, stored);
  if (fold.keeps === 'versions' && before !== null) {
    if (same(row, before.row)) return;
    write({ ...before, toRevision: event.revision, to: event.recordedAt });
  }
  const stored: StoredRow = {
    stream: event.stream,
    fromRevision: event.revision,
    from: event.recordedAt,
    toRevision: null,
    to: null,
    row,
  };
  write(stored);
  current.set(key, stored);
}

function foldRow(view: View, fold: TableFold, before: StoredRow | null, event: ViewEvent): object {
  try {
    return fold.fold(before?.row ?? null, event);
  } catch (error) {
    throw trouble(view, event, error);
  }
}

const same = (a: object, b: object): boolean => a === b || canonicalJson(a) === canonicalJson(b);

const keyOf = ({ kind, id }: StreamId): string => `${kind}-${id}`;

const trouble = (view: View, event: ViewEvent, cause: unknown): PoisonEvent => {
  const { id, type, revision, position } = event;
  return new PoisonEvent(view.name, { id, type, stream: keyOf(event.stream), revision, position }, cause);
};
