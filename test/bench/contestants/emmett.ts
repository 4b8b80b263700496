import { rawSql, sql } from '@event-driven-io/dumbo';
import type { Event } from '@event-driven-io/emmett';
import {
  getPostgreSQLEventStore,
  postgreSQLRawSQLProjection,
  type PostgresEventStore,
} from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { streamName } from '#event-log';
import type { Connection } from '#postgres';
import { historyInRounds } from '../history.js';
import { EVENT_TYPE, sampleContent } from '../sample-content.js';
import type { Contestant } from './contestant.js';

const SCHEMA = 'bench_emmett';
/** Sessions at most, as many as the naive insert has. */
const SESSIONS = 32;
/** Messages that its consumer reads at once, where its own default is 100, with no pause between them, where it is 50 ms. */
const PAGE = 1000;
/** Appends of a history that are under way at once. */
const AT_ONCE = 32;

/**
 * emmett-postgresql, in a schema of its own. It is always given a number as expectation, since it does not check its other
 * expectations.
 */
export async function openEmmett(connection: Connection): Promise<Contestant> {
  const { store, pool, types } = await openStore(connection);

  const append = async (stream: string, first: number, count: number): Promise<void> => {
    const events = Array.from({ length: count }, (_, n) => ({
      type: EVENT_TYPE,
      data: { ...sampleContent(first + n) },
    }));
    await store.appendToStream(stream, events, { expectedStreamVersion: BigInt(first) });
  };
  return {
    pool,
    append: (stream, revision) => append(stream, revision, 1),
    appendBatch: (stream, events) => append(stream, 0, events),
    load: async (stream) => (await store.readStream(stream)).events.length,
    takeIn: async (plan, told) => {
      // Its consumer reads everything that there is.
      await store.schema.dangerous.truncate();
      let taken = 0;
      for (const round of historyInRounds(plan)) {
        for (let at = 0; at < round.length; at += AT_ONCE) {
          const bursts = round.slice(at, at + AT_ONCE);
          await Promise.all(
            bursts.map(({ kind, id, revision, happenings }) =>
              store.appendToStream(
                streamName(plan.authority, kind, id),
                happenings.map(({ type, facts, narrative }) => ({ type, data: { facts, narrative } })),
                { expectedStreamVersion: BigInt(revision) },
              ),
            ),
          );
          taken += bursts.reduce((sum, { happenings }) => sum + happenings.length, 0);
          for (const { happenings } of bursts) for (const { type } of happenings) types.add(type);
          told(taken);
        }
      }
      await pool.query('vacuum analyze emt_messages');
    },
    catchUp: () => catchUpEmmett({ store, pool, types }),
    close: () => pool.end(),
  };
}

interface Store {
  readonly store: PostgresEventStore;
  readonly pool: pg.Pool;
  /** Types of event that it holds: a projection has to name them. */
  readonly types: Set<string>;
}

/** Its tables are made once, so that no call asks for them again. */
async function openStore(connection: Connection): Promise<Store> {
  const pool = new pg.Pool({ ...connection, max: SESSIONS, options: `-c search_path=${SCHEMA}` });
  pool.on('error', () => undefined);
  await pool.query(`create schema if not exists ${SCHEMA}`);
  const open = (autoMigration: 'None' | 'CreateOrUpdate'): PostgresEventStore =>
    getPostgreSQLEventStore(addressOf(connection), {
      schema: { autoMigration },
      connectionOptions: { pool },
    });
  await open('CreateOrUpdate').schema.migrate();
  return { store: open('None'), pool, types: new Set() };
}

/** Its consumer with its projector, counting events as the naive view does. */
async function catchUpEmmett({ store, pool, types }: Store): Promise<number> {
  await pool.query('drop table if exists counter');
  await pool.query('truncate emt_processors, emt_projections');
  const consumer = store.consumer({
    stopWhen: { noMessagesLeft: true },
    pulling: { batchSize: PAGE, pullingFrequencyInMs: 0 },
  });
  consumer.projector({
    projection: postgreSQLRawSQLProjection<Event>({
      name: 'counter',
      canHandle: [...types],
      init: () => rawSql('create table counter (type text primary key, events bigint not null)'),
      evolve: ({ type }) =>
        sql(
          `insert into counter values (%L, 1)
           on conflict (type) do update set events = counter.events + 1`,
          type,
        ),
    }),
  });
  const started = performance.now();
  await consumer.start();
  return (performance.now() - started) / 1000;
}

/** emmett tells databases apart by their address; it connects through the pool. */
const addressOf = ({ host, port, database, user }: Connection): string =>
  `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
