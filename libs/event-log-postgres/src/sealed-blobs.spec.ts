import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAuthority, blobStoreContract } from '#event-log/testing';
import { inTransaction, openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { eventLogMigrations } from './migrations.js';
import { PostgresBlobStore } from './postgres-blob-store.js';
import { PostgresKnownKey } from './postgres-known-key.js';

let database: TestDatabase;
let sealed: Pool;
const store = (): PostgresBlobStore => new PostgresBlobStore(sealed, 'sealed_blob');

beforeAll(async () => {
  database = await testDatabase(eventLogMigrations);
  sealed = openPool({
    connection: database.connection,
    role: 'touchstone_sealed',
    log: () => undefined,
  });
});

afterAll(async () => {
  await sealed.end();
  await database.drop();
});

blobStoreContract('what is sealed, in PostgreSQL', store);

describe('what is sealed', () => {
  it.each(['touchstone_append', 'touchstone_project', 'touchstone_read'] as const)(
    'is out of reach of %s',
    async (role) => {
      const { connection } = database;
      const authority = anAuthority();
      const digest = await store().put(authority, Buffer.from('sealed'));
      const pool = openPool({ connection, role, log: () => undefined });
      try {
        await expect(new PostgresBlobStore(pool, 'sealed_blob').get(authority, digest)).rejects.toThrow(
          /permission denied/,
        );
        await expect(new PostgresKnownKey(pool).fingerprint()).rejects.toThrow(/permission denied/);
      } finally {
        await pool.end();
      }
    },
  );

  it.each([
    'select from event',
    'select from blob',
    'delete from sealed_blob',
    'update sealed_blob set bytes = bytes',
    "update sealing_key set fingerprint = ''",
    'delete from sealing_key',
  ])('is all that its role can get at, and stays as it is: %s', async (statement) => {
    await expect(inTransaction(sealed, anAuthority(), (client) => client.query(statement))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('is kept with the name of one key, the first', async () => {
    const known = new PostgresKnownKey(sealed);
    const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(await known.fingerprint()).toBeNull();
    const kept = await Promise.all([known.remember(first), known.remember(first)]);
    expect([...kept, await known.remember(second), await known.fingerprint()]).toEqual(
      Array.from({ length: 4 }, () => first),
    );
  });
});
