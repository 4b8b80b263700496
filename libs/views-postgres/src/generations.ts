import type { EntityManager } from 'typeorm';
import type { Generation, Generations } from '#projections';
import type { View } from '#views';
import { checkpointEntity, type CheckpointRecord } from './tables/bookkeeping.js';
import { viewTable } from './tables/view-tables.js';

/** The generations of a view; locked, they stay as they are until the transaction ends. */
export async function generationsOf(
  manager: EntityManager,
  view: View,
  authority: string,
  locked = false,
): Promise<Generations> {
  const found = await manager.find(checkpointEntity, {
    where: { authority, view: view.name },
    order: { generation: 'asc' },
    ...(locked ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
  return {
    live: plain(found.find(({ live }) => live)),
    building: plain(found.find(({ live }) => !live)),
  };
}

const plain = (record: CheckpointRecord | undefined): Generation | null =>
  record === undefined
    ? null
    : { number: record.generation, version: record.version, position: record.position };

/** Deletes the rows of generations that are no more. */
export async function deleteOrphans(manager: EntityManager, view: View, authority: string): Promise<void> {
  const kept = 'select generation from touchstone.view_checkpoint where authority = $1 and view = $2';
  for (const { table } of view.tables) {
    const { tablePath } = manager.connection.getMetadata(viewTable(table).entity);
    await manager.query(`delete from ${tablePath} where authority = $1 and generation not in (${kept})`, [
      authority,
      view.name,
    ]);
  }
  await manager.query(
    `delete from touchstone.view_stream
      where authority = $1 and view = $2 and generation not in (${kept})`,
    [authority, view.name],
  );
}
