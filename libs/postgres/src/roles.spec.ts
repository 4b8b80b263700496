import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from './in-transaction.js';
import { openPool, type Pool } from './pool.js';
import type { Role } from './roles.js';
import { sqlMigration } from './sql-migration.js';
import { testDatabase, type TestDatabase } from './testing.js';

const Notes = sqlMigration(2, 'Notes', new URL('./testing/notes.sql', import.meta.url));

describe('a migrated database', () => {
  let database: TestDatabase;
  let append: Pool;
  let read: Pool;

  const as = (role: Role): Pool =>
    openPool({ connection: database.connection, role, max: 2, log: () => undefined });
  const write = (authority: string, text: string, into = authority): Promise<unknown> =>
    inTransaction(append, authority, (client) =>
      client.query('insert into note (authority, text) values ($1, $2)', [into, text]),
    );
  const textsOf = (authority: string): Promise<string[]> =>
    inTransaction(read, authority, async (client) => {
      const { rows } = await client.query<{ text: string }>('select text from note order by text');
      return rows.map(({ text }) => text);
    });

  beforeAll(async () => {
    database = await testDatabase([Notes]);
    append = as('touchstone_append');
    read = as('touchstone_read');
    await write('north', 'one of the north');
    await write('south', 'one of the south');
  });

  afterAll(async () => {
    await append.end();
    await read.end();
    await database.drop();
  });

  it('runs sessions under the role that was asked for, with the tables in their path', async () => {
    const { rows } = await append.query(
      'select current_user as role, session_user as login, current_schema() as at',
    );
    expect(rows).toEqual([{ role: 'touchstone_append', login: 'touchstone', at: 'touchstone' }]);
  });

  it('lets a role do only what it was granted', async () => {
    for (const statement of [
      "update note set text = ''",
      'delete from note',
      'truncate note',
      'drop table note',
    ]) {
      const refused = inTransaction(append, 'north', (client) => client.query(statement));
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    }
    const insert = "insert into note (authority, text) values ('north', '')";
    await expect(inTransaction(read, 'north', (client) => client.query(insert))).rejects.toMatchObject({
      code: '42501',
    });
    expect(await textsOf('north')).toEqual(['one of the north']);
  });

  it('shows each authority its own rows', async () => {
    expect(await textsOf('north')).toEqual(['one of the north']);
    expect(await textsOf('south')).toEqual(['one of the south']);
    expect(await textsOf('east')).toEqual([]);
  });

  it('refuses a row for another authority than that of the transaction', async () => {
    await expect(write('north', 'smuggled', 'south')).rejects.toThrow('row-level security');
  });

  it('shows nothing without an authority, nor to a session that has had one before', async () => {
    const one = openPool({
      connection: database.connection,
      role: 'touchstone_read',
      max: 1,
      log: () => undefined,
    });
    const before = await one.query('select from note');
    await inTransaction(one, 'north', async (client) => client.query('select from note'));
    const after = await one.query('select from note');
    await one.end();
    expect([before.rowCount, after.rowCount]).toEqual([0, 0]);
  });

  it('hides the rows of others from the owner of the table too', async () => {
    const owner = openPool({ connection: database.connection, max: 1, log: () => undefined });
    const { rowCount } = await inTransaction(owner, 'north', (client) => client.query('select from note'));
    await owner.end();
    expect(rowCount).toBe(1);
  });

  it('refuses an empty authority', async () => {
    await expect(textsOf('')).rejects.toThrow('needs an authority');
  });
});
