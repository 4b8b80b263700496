import type { ViewEvent } from '../view.js';
import type { Look, ViewReader } from '../view-reader.js';
import { foldAll } from './fold-all.js';

/** Reads all that the events make of a table, whatever is selected of it. */
export function readerOf(events: readonly ViewEvent[]): ViewReader {
  const look: Look = {
    position: BigInt(events.length),
    rows: (table) => Promise.resolve(foldAll(table, events)),
  };
  return { look: (_view, _authority, read) => read(look) };
}
