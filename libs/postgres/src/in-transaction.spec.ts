import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from './in-transaction.js';
import { openPool, type Pool } from './pool.js';
import { testDatabase, type TestDatabase } from './testing.js';

describe('a transaction', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await testDatabase();
  });

  beforeEach(async () => {
    pool = openPool({ connection: database.connection, max: 1, log: () => undefined });
    await pool.query('create table number (n integer)');
  });

  afterEach(async () => {
    await pool.query('drop table number');
    await pool.end();
  });

  afterAll(() => database.drop());

  const numbers = async (): Promise<number> => (await pool.query('select from number')).rowCount ?? -1;

  it('gives the answer of its work and keeps what was written', async () => {
    const answer = await inTransaction(pool, 'north', async (client) => {
      await client.query('insert into number values (1), (2)');
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await numbers()).toBe(2);
  });

  it('keeps nothing when its work throws, and throws the same', async () => {
    const reason = new Error('a reason');
    const work = inTransaction(pool, 'north', async (client) => {
      await client.query('insert into number values (1)');
      throw reason;
    });
    await expect(work).rejects.toBe(reason);
    expect(await numbers()).toBe(0);
  });

  it('fails when a statement failed, although its work swallowed that', async () => {
    const work = inTransaction(pool, 'north', async (client) => {
      await client.query('insert into number values (1)');
      await client.query('select from nowhere').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('was rolled back');
    expect(await numbers()).toBe(0);
  });

  it('fails when its session is lost, and the pool makes another', async () => {
    const work = inTransaction(pool, 'north', async (client) => {
      await client.query('insert into number values (1)');
      await client.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(work).rejects.toMatchObject({ code: '57P01' });
    expect(await numbers()).toBe(0);
  });
});
