import type { EntityManager } from 'typeorm';
import { arrayParameter, binaryArray, type ArrayType } from '#postgres';
import type { Batch, StoredRow } from '#projections';
import type { ViewTable } from './tables/view-table.js';
import { viewTable } from './tables/view-tables.js';

/**
 * Moves the checkpoint and writes what a batch changes, in one statement: PostgreSQL is at work from its beginning to its end, however
 * busy this process is with the next page. Nothing is written where the checkpoint is not where the batch begins.
 */
export async function applyBatch(manager: EntityManager, batch: Batch): Promise<'applied' | 'stale'> {
  const { view, authority, generation, after, through, tables, revisions } = batch;
  const parameters: unknown[] = [authority, view.name, generation, after.toString(), through.toString()];
  const array: AddArray = (type, items, of) =>
    arrayParameter(type, parameters.push(binaryArray(type, items, of)));
  const statements = [
    `moved as (
       update touchstone.view_checkpoint set position = $5::bigint
        where authority = $1 and view = $2 and generation = $3::integer and position = $4::bigint
       returning generation)`,
  ];
  for (const { table, rows, closed } of tables) {
    if (closed.length > 0)
      statements.push(`${table}_closed as (${closing(viewTable(table), closed, array)})`);
    if (rows.length > 0) statements.push(`${table}_begun as (${inserting(viewTable(table), rows, array)})`);
  }
  if (revisions.length > 0) {
    const arrays = [
      array('text', revisions, ({ stream }) => stream.kind),
      array('text', revisions, ({ stream }) => stream.id),
      array('bigint', revisions, ({ revision }) => revision),
    ];
    statements.push(
      `streams as (
         insert into touchstone.view_stream (authority, view, generation, stream_kind, stream_id, revision)
         select $1, $2, moved.generation, given.* from moved, unnest(${arrays.join(', ')}) as given
         on conflict (authority, view, generation, stream_kind, stream_id)
         do update set revision = excluded.revision)`,
    );
  }
  const answer = await manager.query<{ moved: number }[]>(
    `with ${statements.join(', ')} select count(*)::integer as moved from moved`,
    parameters,
  );
  return answer[0]?.moved === 1 ? 'applied' : 'stale';
}

/** Adds an array to the parameters, and gives the expression for it. */
type AddArray = <Item>(type: ArrayType, items: readonly Item[], of: (item: Item) => unknown) => string;

/** Rows that are not there yet. */
function inserting({ path, columns }: ViewTable, rows: readonly StoredRow[], array: AddArray): string {
  const names = columns.map(({ name }) => name).join(', ');
  const arrays = columns.map(({ type, of }) => array(type, rows, of)).join(', ');
  return `insert into ${path} (authority, generation, ${names})
          select $1, moved.generation, given.* from moved, unnest(${arrays}) as given`;
}

/**
 * Rows that are there: only until when they held is new. They are found by going in again: an update joined with the list would
 * be planned, and of a generation that is being filled PostgreSQL has no statistics to do that well.
 */
const closing = (table: ViewTable, rows: readonly StoredRow[], array: AddArray): string =>
  `${inserting(table, rows, array)}
   on conflict (authority, generation, id, from_revision)
   do update set to_revision = excluded.to_revision, known_to = excluded.known_to`;
