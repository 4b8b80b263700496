import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { noticesContract } from '#notifications/testing';
import { openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { notificationsMigrations } from './migrations.js';
import { PostgresNotices } from './postgres-notices.js';

let database: TestDatabase;
let writing: Pool;

beforeAll(async () => {
  database = await testDatabase(notificationsMigrations);
  const { connection } = database;
  writing = openPool({ connection, role: 'touchstone_append', log: () => undefined });
});

afterAll(async () => {
  await writing.end();
  await database.drop();
});

noticesContract('PostgreSQL', () => new PostgresNotices(writing));

describe('notices in PostgreSQL', () => {
  it('cannot be seen by a session that names no authority, nor by the role that answers queries', async () => {
    await new PostgresNotices(writing).add('shire', [
      {
        id: randomUUID(),
        person: randomUUID(),
        code: 'audit-to-do',
        about: { kind: 'case-audit', id: randomUUID() },
        position: 1n,
        at: '2026-06-15T10:00:00.000Z',
      },
    ]);
    expect((await writing.query('select from notice')).rowCount).toBe(0);
    const { connection } = database;
    const reading = openPool({ connection, role: 'touchstone_read', log: () => undefined });
    try {
      await expect(reading.query('select from notice')).rejects.toThrow(/permission denied/);
    } finally {
      await reading.end();
    }
  });

  it('cannot be taken away or rewritten, other than being read and told', async () => {
    await expect(writing.query('delete from notice')).rejects.toThrow(/permission denied/);
    await expect(writing.query("update notice set code = 'x'")).rejects.toThrow(/permission denied/);
    await expect(writing.query('delete from notice_digest')).rejects.toThrow(/permission denied/);
  });
});
