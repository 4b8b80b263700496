import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataSource } from './data-source.js';
import { administration, connectedAs } from './embedded/login.js';
import { migrate } from './migrate.js';
import { ensureRoles } from './roles.js';
import { Session } from './session.js';
import { sqlMigration } from './sql-migration.js';
import { testDatabase, type TestDatabase } from './testing.js';

const Notes = sqlMigration(2, 'Notes', new URL('./testing/notes.sql', import.meta.url));

describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.drop());

  it('are each run once, whoever of several comes first', async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(database.connection, [Notes])));
    expect(runs.flat()).toEqual(['Notes0000000000002']);
  });

  it('leave nothing of one that failed, and keep those before it', async () => {
    const Broken = sqlMigration(4, 'Broken', new URL('./testing/broken.sql', import.meta.url));
    const Missing = sqlMigration(3, 'Missing', new URL('./testing/no-such-file.sql', import.meta.url));
    await expect(migrate(database.connection, [Notes, Missing])).rejects.toThrow('no-such-file.sql');
    await expect(migrate(database.connection, [Notes, Broken])).rejects.toMatchObject({ code: '42P01' });
    const source = await openDataSource({ connection: database.connection, role: 'touchstone_read' });
    const found = await source.query<{ half: string | null; note: string | null }[]>(
      "select to_regclass('half_made')::text as half, to_regclass('note')::text as note",
    );
    await source.destroy();
    expect(found).toEqual([{ half: null, note: 'note' }]);
  });

  it('of another version are refused, and nothing is changed', async () => {
    await migrate(database.connection, [Notes]);
    const Later = sqlMigration(5, 'Later', new URL('./testing/notes.sql', import.meta.url));
    await expect(migrate(database.connection, [Later])).rejects.toMatchObject({
      code: 'unknown-migration',
      message: expect.stringContaining('does not know Notes0000000000002'),
    });
    expect(await migrate(database.connection, [Notes])).toEqual([]);
  });

  it('are not begun in a database whose text is not UTF-8', async () => {
    const name = `latin1_${process.pid}`;
    const administrator = administration(database.connection);
    const connection = { ...database.connection, database: name };
    await connectedAs(administrator, (client) =>
      client.query(
        `create database ${name} owner ${connection.user} encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
      ),
    );
    try {
      await expect(migrate(connection, [Notes])).rejects.toMatchObject({
        code: 'not-utf8',
        message: expect.stringMatching(/keeps text as LATIN1.*ENCODING 'UTF8'/),
      });
      const { rows } = await connectedAs(connection, (client) =>
        client.query("select to_regnamespace('touchstone') as schema"),
      );
      expect(rows).toEqual([{ schema: null }]);
    } finally {
      await connectedAs(administrator, (client) => client.query(`drop database ${name}`));
    }
  });

  it('do not go back', async () => {
    await expect(new Notes().down({} as never)).rejects.toThrow('cannot be undone');
  });
});

describe('the roles of a cluster', () => {
  it('may be made by several databases at the same moment', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => testDatabase()));
    const clients = databases.map(({ connection }) => new Session(connection));
    const roles = [1, 2, 3].map((number) => `test_role_${number}_${process.pid}`);
    try {
      await Promise.all(clients.map((client) => client.connect()));
      await Promise.all(clients.map((client) => ensureRoles(client, roles)));
      for (const role of roles) {
        await Promise.all(clients.map((client) => client.query(`set role ${role}`)));
        await clients[0]?.query(`reset role; drop role ${role}`);
      }
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      for (const database of databases) await database.drop();
    }
  });
});
