import pg from 'pg';
import type { Event } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, type PostgresEventStore } from '@event-driven-io/emmett-postgresql';
import type { Connection } from '#postgres';
import type { EventStore } from './event-store.js';
import { EVENT_TYPE, sampleContent } from './sample-content.js';

/** Sessions at most, as many as the naive insert has. */
const SESSIONS = 32;
const SCHEMA = 'bench_emmett';

export interface Emmett {
  readonly store: PostgresEventStore;
  readonly pool: pg.Pool;
}

/** emmett-postgresql in a schema of its own; its tables are made once, so that no call asks for them again. */
export async function openEmmettStore(connection: Connection): Promise<Emmett> {
  const pool = new pg.Pool({ ...connection, max: SESSIONS, options: `-c search_path=${SCHEMA}` });
  pool.on('error', () => undefined);
  await pool.query(`create schema if not exists ${SCHEMA}`);
  const open = (autoMigration: 'None' | 'CreateOrUpdate'): PostgresEventStore =>
    getPostgreSQLEventStore(addressOf(connection), {
      schema: { autoMigration },
      connectionOptions: { pool },
    });
  await open('CreateOrUpdate').schema.migrate();
  return { store: open('None'), pool };
}

/** The same work through emmett: a number as expectation, since its other expectations are not checked. */
export function emmettAsEventStore({ store, pool }: Emmett): EventStore {
  const append = async (stream: string, first: number, count: number): Promise<void> => {
    const events = Array.from({ length: count }, (_, n): Event => {
      const { facts, narrative } = sampleContent(first + n);
      return { type: EVENT_TYPE, data: { facts, narrative } };
    });
    await store.appendToStream(stream, events, { expectedStreamVersion: BigInt(first) });
  };
  return {
    append: (stream, revision) => append(stream, revision, 1),
    appendBatch: (stream, events) => append(stream, 0, events),
    load: async (stream) => (await store.readStream(stream)).events.length,
    close: () => pool.end(),
  };
}

/** emmett tells databases apart by their address; it connects through the pool. */
const addressOf = ({ host, port, database, user }: Connection): string =>
  `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
