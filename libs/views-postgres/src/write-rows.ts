import type { EntityManager } from 'typeorm';
import type { StoredRow, StreamRevision } from '#projections';
import { arrayParameter, binaryArray } from '#postgres';
import type { ViewTable } from './tables/view-table.js';

export interface Place {
  readonly authority: string;
  readonly generation: number;
}

/** Writes rows that are not there yet, in one statement, however many. */
export const insertRows = (
  manager: EntityManager,
  table: ViewTable,
  place: Place,
  rows: readonly StoredRow[],
): Promise<void> => writeRows(manager, table, place, rows, '');

/**
 * Writes down until when rows held that are there and hold no longer. They are found by going in again: an update joined with the list
 * would be planned, and PostgreSQL has no statistics of a generation that is being filled.
 */
export const closeRows = (
  manager: EntityManager,
  table: ViewTable,
  place: Place,
  rows: readonly StoredRow[],
): Promise<void> =>
  writeRows(
    manager,
    table,
    place,
    rows,
    `on conflict (authority, generation, id, from_revision)
     do update set to_revision = excluded.to_revision, known_to = excluded.known_to`,
  );

async function writeRows(
  manager: EntityManager,
  { path, columns }: ViewTable,
  { authority, generation }: Place,
  rows: readonly StoredRow[],
  whenThere: string,
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => name).join(', ');
  const arrays = columns.map(({ type }, index) => arrayParameter(type, index + 3)).join(', ');
  await manager.query(
    `insert into ${path} (authority, generation, ${names})
     select $1, $2::integer, * from unnest(${arrays}) ${whenThere}`,
    [authority, generation, ...columns.map(({ type, of }) => binaryArray(type, rows, of))],
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
