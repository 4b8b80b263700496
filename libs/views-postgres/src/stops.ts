import type { EntityManager } from 'typeorm';
import type { Stop, Stopped } from '#projections';
import type { View } from '#views';
import { checkpointEntity, stopEntity } from './tables/bookkeeping.js';

interface OfGeneration {
  readonly view: View;
  readonly authority: string;
  readonly generation: number;
}

/** What the generations of a view stopped at and have not gone past. */
export async function stopsOf(
  manager: EntityManager,
  view: View,
  authority: string,
): Promise<readonly Stop[]> {
  const where = { authority, view: view.name };
  const records = await manager.find(stopEntity, { where, order: { generation: 'asc' } });
  if (records.length === 0) return [];
  const generations = await manager.find(checkpointEntity, { where });
  return records.flatMap(({ authority: _, view: __, event: id, ...stop }) => {
    const checkpoint = generations.find(({ generation }) => generation === stop.generation);
    if (checkpoint === undefined || checkpoint.position >= stop.position) return [];
    return { id, version: checkpoint.version, ...stop };
  });
}

export async function recordStop(
  manager: EntityManager,
  { view, authority, generation }: OfGeneration,
  { at, error, now }: Stopped,
): Promise<void> {
  await manager.query(
    `insert into touchstone.view_stop as known
            (authority, view, generation, event, type, stream, revision, position, error, since, attempts, retry_asked)
     select authority, view, generation, $4, $5, $6, $7, $8, $9, $10, 1, false
       from touchstone.view_checkpoint where authority = $1 and view = $2 and generation = $3
     on conflict (authority, view, generation) do update
       set event = excluded.event, type = excluded.type, stream = excluded.stream, revision = excluded.revision,
           position = excluded.position, error = excluded.error, retry_asked = false,
           since = case when known.event = excluded.event then known.since else excluded.since end,
           attempts = case when known.event = excluded.event then known.attempts + 1 else 1 end`,
    [
      ...[authority, view.name, generation],
      ...[at.id, at.type, at.stream, at.revision.toString(), at.position.toString(), error, now],
    ],
  );
}

export async function askRetry(
  manager: EntityManager,
  { view, authority, generation }: OfGeneration,
): Promise<void> {
  await manager.update(stopEntity, { authority, view: view.name, generation }, { retryAsked: true });
}

export async function forgetStop(
  manager: EntityManager,
  { view, authority, generation }: OfGeneration,
): Promise<void> {
  await manager.delete(stopEntity, { authority, view: view.name, generation });
}
