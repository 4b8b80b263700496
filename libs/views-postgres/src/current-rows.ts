import { Any, IsNull, type EntityManager } from 'typeorm';
import type { StoredRow } from '#projections';
import type { ViewTable } from './tables/view-table.js';

/** The rows that hold now: of versions the open one, of entries the last. */
export async function currentRows(
  manager: EntityManager,
  { entity, keeps, toStored }: ViewTable,
  authority: string,
  generation: number,
  ids: readonly string[],
): Promise<readonly StoredRow[]> {
  if (keeps === 'versions') {
    const where = { authority, generation, id: Any([...ids]), knownTo: IsNull() };
    return (await manager.find(entity, { where, order: { id: 'asc' } })).map(toStored);
  }
  const last = manager
    .createQueryBuilder(entity, 'entry')
    .distinctOn(['entry.streamKind', 'entry.streamId'])
    .where({ authority, generation, streamId: Any([...ids]) })
    .orderBy({ 'entry.streamKind': 'ASC', 'entry.streamId': 'ASC', 'entry.revision': 'DESC' });
  return (await last.getMany()).map(toStored);
}
