import type { TableFold, ViewEvent } from '../view.js';

/** The rows of one table that hold after the events: one per stream, or one per event where the table keeps entries. */
export function foldAll<Row extends object>(
  table: TableFold<Row>,
  events: readonly ViewEvent[],
): readonly Row[] {
  const current = new Map<string, Row>();
  const entries: Row[] = [];
  for (const event of events.filter(({ stream }) => table.kinds.includes(stream.kind))) {
    const key = `${event.stream.kind}-${event.stream.id}`;
    const row = table.fold(current.get(key) ?? null, event);
    current.set(key, row);
    entries.push(row);
  }
  return table.keeps === 'entries' ? entries : [...current.values()];
}
