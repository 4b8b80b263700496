import type { Connection, Pool } from '#postgres';
import { openPool } from '#postgres';
import type { EventStore } from './event-store.js';
import { EVENT_TYPE, sampleContent } from './sample-content.js';

/** Sessions at most; more writers than this wait for one, as they would in most services. */
export const NAIVE_SESSIONS = 32;

export const NAIVE_TABLE = 'bench_naive.event';

const TABLE = `
  create schema bench_naive;
  create table ${NAIVE_TABLE} (
    id bigint generated always as identity primary key,
    stream text not null,
    version integer not null,
    type text not null,
    payload jsonb not null,
    unique (stream, version)
  )`;

const COLUMNS = ['stream', 'version', 'type', 'payload'];

/** A table with a unique key and one insert per append: what most people write first. */
export async function openNaive(connection: Connection): Promise<EventStore> {
  const pool = openPool({ connection, max: NAIVE_SESSIONS, log: () => undefined });
  await pool.query(TABLE);
  return {
    append: async (stream, revision) => {
      await insert(pool, [stream, revision, EVENT_TYPE, JSON.stringify(sampleContent(revision))]);
    },
    appendBatch: async (stream, events) => {
      const rows = Array.from({ length: events }, (_, n) => [
        ...[stream, n, EVENT_TYPE, JSON.stringify(sampleContent(n))],
      ]);
      await insert(pool, rows.flat());
    },
    load: async (stream) => {
      const { rows } = await pool.query<{ payload: object }>({
        name: 'naive-load',
        text: `select version, type, payload from ${NAIVE_TABLE} where stream = $1 order by version`,
        values: [stream],
      });
      return rows.filter(({ payload }) => payload !== null).length;
    },
    close: () => pool.end(),
  };
}

const statements = new Map<number, string>();

/** One statement for all rows, whose values stand one after the other; named, so that the server parses it once. */
async function insert(pool: Pool, values: readonly (string | number)[]): Promise<void> {
  const rows = values.length / COLUMNS.length;
  let text = statements.get(rows);
  if (text === undefined) {
    const tuples = Array.from({ length: rows }, (_, row) => {
      const places = COLUMNS.map((_column, n) => `$${row * COLUMNS.length + n + 1}`);
      return `(${places.join(', ')})`;
    });
    text = `insert into ${NAIVE_TABLE} (${COLUMNS.join(', ')}) values ${tuples.join(', ')}`;
    statements.set(rows, text);
  }
  await pool.query({ name: `naive-insert-${rows}`, text, values: [...values] });
}
