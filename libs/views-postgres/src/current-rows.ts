import type { EntityManager } from 'typeorm';
import type { StoredRow, StreamRevision } from '#projections';
import type { StreamId } from '#views';
import { binaryArray } from '#postgres';
import type { ViewTable } from './tables/view-table.js';

interface Place {
  readonly authority: string;
  readonly generation: number;
}

/** The rows that hold now: of versions the open one, of entries the last. Each stream is looked up for itself, by the key. */
export async function currentRows(
  manager: EntityManager,
  { path, columns, key, revision, kinds, toStored }: ViewTable,
  { authority, generation }: Place,
  streams: readonly StreamId[],
): Promise<readonly StoredRow[]> {
  const ours = streams.filter(({ kind }) => kinds.includes(kind));
  if (ours.length === 0) return [];
  const selected = columns.map(({ name, property, type }) =>
    type === 'date' ? `row.${name}::text as "${property}"` : `row.${name} as "${property}"`,
  );
  const records = await manager.query<Record<string, unknown>[]>(
    `select ${selected.join(', ')}
       from unnest($3::text[], $4::text[]) as asked (kind, id)
      cross join lateral (
        select * from ${path}
         where authority = $1 and generation = $2::integer and ${key('asked.kind', 'asked.id')}
         order by ${revision} desc limit 1
      ) as row`,
    [authority, generation, ...kindsAndIds(ours)],
  );
  return records.map((record) => {
    for (const { property, read } of columns) record[property] = read(record[property]);
    return toStored(record);
  });
}

/** The last revisions of those of the streams that the generation tells of. */
export async function lastRevisions(
  manager: EntityManager,
  view: string,
  { authority, generation }: Place,
  streams: readonly StreamId[],
): Promise<readonly StreamRevision[]> {
  if (streams.length === 0) return [];
  const found = await manager.query<{ number: number; revision: string }[]>(
    `select asked.number::integer, known.revision
       from unnest($4::text[], $5::text[]) with ordinality as asked (kind, id, number)
      cross join lateral (
        select revision from touchstone.view_stream
         where authority = $1 and view = $2 and generation = $3::integer
           and stream_kind = asked.kind and stream_id = asked.id
        offset 0
      ) as known`,
    [authority, view, generation, ...kindsAndIds(streams)],
  );
  return found.map(({ number, revision }) => ({ stream: streams[number - 1]!, revision: BigInt(revision) }));
}

const kindsAndIds = (streams: readonly StreamId[]): readonly Buffer[] => [
  binaryArray('text', streams, ({ kind }) => kind),
  binaryArray('text', streams, ({ id }) => id),
];
