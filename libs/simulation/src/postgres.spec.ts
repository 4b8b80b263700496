import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  eventLogMigrations,
  PostgresBlobStore,
  PostgresConsumerCheckpoints,
  PostgresEventLog,
} from '#event-log-postgres';
import { openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { simulate, type SimulationOptions } from './simulate.js';
import { digestOf, everythingIn, inMemory, onRecord } from './testing/a-record.js';

const OPTIONS: SimulationOptions = {
  ...{ authority: 'simulated', name: 'Simulated', cases: 8, cycles: 1, seed: 10 },
  drawSeed: 'from-seed',
};

describe('a simulation on PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  let log: PostgresEventLog;

  beforeAll(async () => {
    database = await testDatabase(eventLogMigrations);
    pool = openPool({ connection: database.connection, role: 'touchstone_append', log: () => undefined });
    log = new PostgresEventLog({ pool });
  });

  afterAll(async () => {
    await log.close();
    await pool.end();
    await database.drop();
  });

  it('leaves the record that it leaves in memory, and called again adds nothing', async () => {
    const here = {
      log,
      blobs: new PostgresBlobStore(pool),
      checkpoints: new PostgresConsumerCheckpoints(pool),
    };
    const there = inMemory();
    await onRecord(there, (ports) => simulate(OPTIONS, ports));
    await onRecord(here, (ports) => simulate(OPTIONS, ports));
    const expected = digestOf(await everythingIn(there, OPTIONS.authority));
    expect(digestOf(await everythingIn(here, OPTIONS.authority))).toBe(expected);

    const { commands, repeated } = await onRecord(here, (ports) => simulate(OPTIONS, ports));
    expect(repeated).toBe(commands);
    expect(digestOf(await everythingIn(here, OPTIONS.authority))).toBe(expected);
  });
});
