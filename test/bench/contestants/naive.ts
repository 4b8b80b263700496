import { streamName } from '#event-log';
import { inTransaction, openPool, type Connection, type Pool } from '#postgres';
import { historyInRounds } from '../history.js';
import { EVENT_TYPE, sampleContent } from '../sample-content.js';
import type { Contestant } from './contestant.js';

/** Sessions at most; more writers than this wait for one, as they would in most services. */
const SESSIONS = 32;
const PAGE = 1000;

export const NAIVE_TABLE = 'bench_naive.event';
const HISTORY_TABLE = 'bench_naive.history';

/** A table with a unique key and one insert per append: what most people write first. */
export async function openNaive(connection: Connection): Promise<Contestant> {
  const pool = openPool({ connection, max: SESSIONS, log: () => undefined });
  await makeNaiveTables(pool);
  const sample = (stream: string, n: number): Row => [
    stream,
    n,
    EVENT_TYPE,
    JSON.stringify(sampleContent(n)),
  ];
  return {
    pool,
    append: (stream, revision) => insert(pool, NAIVE_TABLE, [sample(stream, revision)]),
    appendBatch: (stream, events) =>
      insert(
        pool,
        NAIVE_TABLE,
        Array.from({ length: events }, (_, n) => sample(stream, n)),
      ),
    load: async (stream) => {
      const { rows } = await pool.query<{ payload: object }>({
        name: 'naive-load',
        text: `select version, type, payload from ${NAIVE_TABLE} where stream = $1 order by version`,
        values: [stream],
      });
      return rows.filter(({ payload }) => payload !== null).length;
    },
    takeIn: async (plan, told) => {
      let taken = 0;
      for (const round of historyInRounds(plan)) {
        const rows = round.flatMap(({ kind, id, revision, happenings }) =>
          happenings.map(({ type, facts, narrative }, n): Row => [
            streamName(plan.authority, kind, id),
            revision + n,
            type,
            JSON.stringify({ facts, narrative }),
          ]),
        );
        await insert(pool, HISTORY_TABLE, rows);
        told((taken += rows.length));
      }
      await pool.query(`vacuum analyze ${HISTORY_TABLE}`);
    },
    catchUp: () => catchUpNaive(pool),
    close: () => pool.end(),
  };
}

/** `if not exists`: pgbench inserts into them as well, and comes alone when nobody asked for the naive insert. */
export async function makeNaiveTables(pool: Pool): Promise<void> {
  const columns = `(
    id bigint generated always as identity primary key,
    stream text not null,
    version integer not null,
    type text not null,
    payload jsonb not null,
    unique (stream, version)
  )`;
  await pool.query(`
    create schema if not exists bench_naive;
    create table if not exists ${NAIVE_TABLE} ${columns};
    create table if not exists ${HISTORY_TABLE} ${columns};
    create table if not exists bench_naive.counter (type text primary key, events bigint not null);
    create table if not exists bench_naive.checkpoint (position bigint not null)`);
}

/** The same reading, and one upsert per event; a transaction per page, for one per event would be slower by far. */
async function catchUpNaive(pool: Pool): Promise<number> {
  await pool.query('truncate bench_naive.counter, bench_naive.checkpoint');
  await pool.query('insert into bench_naive.checkpoint values (0)');
  const started = performance.now();
  for (let after = '0'; ;) {
    const { rows } = await pool.query<{ id: string; type: string }>({
      name: 'naive-page',
      text: `select id, stream, version, type, payload from ${HISTORY_TABLE} where id > $1 order by id limit ${PAGE}`,
      values: [after],
    });
    const last = rows.at(-1);
    if (last === undefined) return (performance.now() - started) / 1000;
    after = last.id;
    await inTransaction(pool, 'naive', async (client) => {
      for (const { type } of rows)
        await client.query({
          name: 'naive-count',
          text: `insert into bench_naive.counter values ($1, 1)
                 on conflict (type) do update set events = counter.events + 1`,
          values: [type],
        });
      await client.query('update bench_naive.checkpoint set position = $1', [after]);
    });
  }
}

type Row = readonly [stream: string, version: number, type: string, payload: string];

const statements = new Map<string, string>();

/** One statement for all rows, whose values stand one after the other; named, so that the server parses it once. */
async function insert(pool: Pool, table: string, rows: readonly Row[]): Promise<void> {
  const name = `${table} ${rows.length}`;
  let text = statements.get(name);
  if (text === undefined) {
    const tuples = rows.map(
      (row, n) => `(${row.map((_value, m) => `$${n * row.length + m + 1}`).join(', ')})`,
    );
    text = `insert into ${table} (stream, version, type, payload) values ${tuples.join(', ')}`;
    statements.set(name, text);
  }
  await pool.query({ name, text, values: rows.flat() });
}
