import type { Batch, StoredRow } from '../view-store.js';
import type { MemoryGeneration } from './memory-generations.js';
import { streamKey } from './stream-key.js';

/** The generation as it is after a batch. */
export const writtenTo = (
  generation: MemoryGeneration,
  { through, revisions, tables }: Batch,
): MemoryGeneration => ({
  ...generation,
  position: through,
  revisions: new Map([
    ...generation.revisions,
    ...revisions.map((one) => [streamKey(one.stream), one] as const),
  ]),
  tables: new Map([
    ...generation.tables,
    ...tables.map(({ table, rows, closed }) => {
      const written = [...closed, ...rows].map((row) => [rowKey(row), row] as const);
      return [table, new Map([...(generation.tables.get(table) ?? []), ...written])] as const;
    }),
  ]),
});

const rowKey = ({ stream, fromRevision }: StoredRow): string => `${streamKey(stream)}@${fromRevision}`;
