import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isConnectionLoss } from './connection-loss.js';
import type { Connection } from './connection.js';
import { openPool, type Pool } from './pool.js';
import { testDatabase, type TestDatabase } from './testing.js';

/** A pool that waits for a session no longer than it has to. */
const impatient = (connection: Connection): Pool =>
  openPool({ connection, max: 1, patience: 50, log: () => undefined });

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('a pool', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.drop());

  it('says so when the server does not answer', async () => {
    const silent = createServer();
    silent.unref();
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const { port } = silent.address() as AddressInfo;
    const pool = impatient({ host: '127.0.0.1', port, database: 'record', user: 'nobody' });
    for (const ask of [() => pool.connect(), () => pool.query('select 1')]) {
      const failure = await failureOf(ask());
      expect(failure).toMatchObject({
        code: '08001',
        message: expect.stringContaining(`record at 127.0.0.1, port ${port}, did not answer within 50 ms`),
      });
      expect(isConnectionLoss(failure)).toBe(true);
    }
    await pool.end();
    silent.close();
  });

  it('says so when all of its sessions are busy, and goes on when one is free again', async () => {
    const pool = impatient(database.connection);
    const busy = await pool.connect();
    for (const asked of [pool.connect(), pool.query('select 1')]) {
      expect(await failureOf(asked)).toMatchObject({
        code: '08001',
        message: expect.stringContaining('All 1 sessions'),
      });
    }
    busy.release();
    expect((await pool.query('select 1')).rowCount).toBe(1);
    await pool.end();
  });

  it('leaves other failures as they are', async () => {
    const pool = openPool({
      connection: { ...database.connection, database: 'nowhere' },
      log: () => undefined,
    });
    for (const ask of [() => pool.connect(), () => pool.query('select 1')])
      await expect(ask()).rejects.toMatchObject({ code: '3D000' });
    await pool.end();
  });
});
