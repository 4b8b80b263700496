import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { cycleSecretsContract } from '#capture/testing';
import { openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { captureMigrations } from './migrations.js';
import { PostgresCycleSecrets } from './postgres-cycle-secrets.js';

const newSecret = (): string => randomBytes(32).toString('hex');

let database: TestDatabase;
let writing: Pool;

beforeAll(async () => {
  database = await testDatabase(captureMigrations);
  writing = openPool({
    connection: database.connection,
    role: 'touchstone_append',
    log: () => undefined,
  });
});

afterAll(async () => {
  await writing.end();
  await database.drop();
});

cycleSecretsContract('PostgreSQL', () => new PostgresCycleSecrets(writing, newSecret));

describe('secrets in PostgreSQL', () => {
  it.each(['touchstone_read', 'touchstone_project'] as const)('are hidden from %s', async (role) => {
    const { connection } = database;
    const pool = openPool({ connection, role, log: () => undefined });
    try {
      const asked = new PostgresCycleSecrets(pool, newSecret).of('shire', randomUUID());
      await expect(asked).rejects.toThrow(/permission denied/);
      await expect(pool.query('select from cycle_secret')).rejects.toThrow(/permission denied/);
    } finally {
      await pool.end();
    }
  });

  it('cannot be changed or taken away by the role that makes them', async () => {
    await new PostgresCycleSecrets(writing, newSecret).of('shire', randomUUID());
    await expect(writing.query("update cycle_secret set secret = ''")).rejects.toThrow(/permission denied/);
    await expect(writing.query('delete from cycle_secret')).rejects.toThrow(/permission denied/);
  });

  it('cannot be seen by a session that names no authority', async () => {
    await new PostgresCycleSecrets(writing, newSecret).of('shire', randomUUID());
    expect((await writing.query('select from cycle_secret')).rowCount).toBe(0);
  });
});
