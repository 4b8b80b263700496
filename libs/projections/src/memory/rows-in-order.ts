import type { StreamId } from '#views';
import type { StoredRow } from '../view-store.js';
import { streamKey } from './stream-key.js';

/** By stream and revision. */
export const rowsInOrder = (rows: ReadonlyMap<string, StoredRow> | undefined): readonly StoredRow[] =>
  [...(rows?.values() ?? [])].sort((a, b) => {
    if (a.stream.kind !== b.stream.kind) return a.stream.kind < b.stream.kind ? -1 : 1;
    if (a.stream.id !== b.stream.id) return a.stream.id < b.stream.id ? -1 : 1;
    return Number(a.fromRevision - b.fromRevision);
  });

/** The row that holds now of each of the streams that has one: of versions the open one, of entries the last. */
export const currentRows = (
  rows: ReadonlyMap<string, StoredRow> | undefined,
  streams: readonly StreamId[],
): readonly StoredRow[] => {
  const wanted = new Set(streams.map(streamKey));
  return rowsInOrder(rows)
    .filter(({ to, stream }) => to === null && wanted.has(streamKey(stream)))
    .filter(({ stream }, index, all) => {
      const next = all[index + 1];
      return next === undefined || streamKey(next.stream) !== streamKey(stream);
    });
};
