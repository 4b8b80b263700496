import type { EntityManager } from 'typeorm';
import type { StoredRow, StreamRevision } from '#projections';
import { arrayParameter, binaryArray } from './binary-array.js';
import type { ViewTable } from './tables/view-table.js';

export interface Place {
  readonly authority: string;
  readonly generation: number;
}

/** Writes rows that are not there yet, in one statement, however many. */
export async function insertRows(
  manager: EntityManager,
  { path, columns }: ViewTable,
  { authority, generation }: Place,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => name).join(', ');
  const arrays = columns.map(({ type }, index) => arrayParameter(type, index + 3)).join(', ');
  await manager.query(
    `insert into ${path} (authority, generation, ${names}) select $1, $2::integer, * from unnest(${arrays})`,
    [authority, generation, ...columns.map(({ type, of }) => binaryArray(type, rows, of))],
  );
}

/** Writes down until when rows held that are there and hold no longer. */
export async function closeRows(
  manager: EntityManager,
  { path }: ViewTable,
  { authority, generation }: Place,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `update ${path} as row set to_revision = closed.to_revision, known_to = closed.known_to
       from unnest($3::text[], $4::bigint[], $5::bigint[], $6::timestamp with time zone[])
              as closed (id, from_revision, to_revision, known_to)
      where row.authority = $1 and row.generation = $2::integer
        and row.id = closed.id and row.from_revision = closed.from_revision`,
    [
      authority,
      generation,
      binaryArray('text', rows, ({ stream }) => stream.id),
      binaryArray('bigint', rows, ({ fromRevision }) => fromRevision),
      binaryArray('bigint', rows, ({ toRevision }) => toRevision),
      binaryArray('timestamp with time zone', rows, ({ to }) => to),
    ],
  );
}

/** Writes down the last revisions of streams. */
export async function writeRevisions(
  manager: EntityManager,
  view: string,
  { authority, generation }: Place,
  revisions: readonly StreamRevision[],
): Promise<void> {
  if (revisions.length === 0) return;
  await manager.query(
    `insert into touchstone.view_stream (authority, view, generation, stream_kind, stream_id, revision)
     select $1, $2, $3::integer, * from unnest($4::text[], $5::text[], $6::bigint[])
     on conflict (authority, view, generation, stream_kind, stream_id) do update set revision = excluded.revision`,
    [
      authority,
      view,
      generation,
      binaryArray('text', revisions, ({ stream }) => stream.kind),
      binaryArray('text', revisions, ({ stream }) => stream.id),
      binaryArray('bigint', revisions, ({ revision }) => revision),
    ],
  );
}
