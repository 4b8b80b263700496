import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { leasesContract } from '#projections/testing';
import { PostgresLeases } from './postgres-leases.js';

let database: TestDatabase;
let pools: Pool[] = [];
let opened: PostgresLeases[] = [];

beforeAll(async () => {
  database = await testDatabase();
}, 60_000);

afterEach(async () => {
  await Promise.all(opened.map((leases) => leases.close()));
  await Promise.all(pools.map((pool) => pool.end()));
  [pools, opened] = [[], []];
});

afterAll(() => database.drop());

/** A process: sessions of its own, under a role that can do very little. */
function aProcess(): { leases: PostgresLeases; pool: Pool } {
  const pool = openPool({
    connection: database.connection,
    role: 'touchstone_project',
    log: () => undefined,
  });
  const leases = new PostgresLeases(pool);
  pools.push(pool);
  opened.push(leases);
  return { leases, pool };
}

leasesContract('PostgreSQL', () => {
  const [one, other] = [aProcess(), aProcess()];
  return {
    one: one.leases,
    other: other.leases,
    // The server ends a session in the same way when the process at its other end is gone.
    kill: async () => {
      const administrator = openPool({ connection: database.connection, log: () => undefined });
      pools.push(administrator);
      await administrator.query(
        `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
          where locktype = 'advisory' and datname = current_database()`,
      );
    },
  };
});

describe('leases in PostgreSQL', () => {
  it('are given back when the process closes, and it gets none afterwards', async () => {
    const [one, other] = [aProcess(), aProcess()];
    const [lease] = await one.leases.take(['north/following']);
    await one.leases.close();
    expect(lease!.lost.aborted).toBe(true);
    expect(await other.leases.take(['north/following'])).toHaveLength(1);
    expect(await one.leases.take(['north/rebuilding'])).toEqual([]);
  });

  it('need one session, however many they are', async () => {
    const { leases, pool } = aProcess();
    const names = Array.from({ length: 500 }, (_, n) => `${n}/following`);
    expect(await Promise.all([leases.take(names), leases.take(names)])).toMatchObject([
      { length: 500 },
      { length: 0 },
    ]);
    expect(pool.totalCount).toBe(1);
  });
});
