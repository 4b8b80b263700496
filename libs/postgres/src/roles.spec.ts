import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool, type Pool } from './pool.js';
import { testDatabase, type TestDatabase } from './testing.js';

describe('a migrated database', () => {
  let database: TestDatabase;
  let append: Pool;

  beforeAll(async () => {
    database = await testDatabase();
    append = openPool({ connection: database.connection, role: 'touchstone_append', log: () => undefined });
  });

  afterAll(async () => {
    await append?.end();
    await database?.drop();
  });

  it('runs sessions under the role that was asked for', async () => {
    const { rows } = await append.query('select current_user as role, session_user as login');
    expect(rows).toEqual([{ role: 'touchstone_append', login: 'touchstone' }]);
  });
});
