import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataSource } from './data-source.js';
import { openPool } from './pool.js';
import { ROLES } from './roles.js';
import { Session } from './session.js';
import { testDatabase, type TestDatabase } from './testing.js';

describe('the loss of a session', () => {
  let database: TestDatabase;
  let killer: Session;

  const terminate = (pid: number): Promise<unknown> =>
    killer.query('select pg_terminate_backend($1, 5000)', [pid]);

  beforeAll(async () => {
    database = await testDatabase();
    killer = new Session(database.connection);
    await killer.connect();
  });

  afterAll(async () => {
    await killer.end();
    await database.drop();
  });

  it('while nobody uses it, fails the next query and nothing else', async () => {
    const session = new Session(database.connection);
    await session.connect();
    const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((resolve) => session.once('end', resolve));
    await terminate(rows[0]?.pid ?? 0);
    await ended;
    await expect(session.query('select 1')).rejects.toThrow('not queryable');
  });

  it('is told by a data source, which makes a new one', async () => {
    let told: (line: string) => void = () => undefined;
    const line = new Promise<string>((resolve) => (told = resolve));
    const role = 'touchstone_read';
    const source = await openDataSource({
      connection: database.connection,
      role,
      max: 1,
      log: (text) => told(text),
    });
    const [before] = await source.query<{ pid: number }[]>('select pg_backend_pid() as pid');
    await terminate(before?.pid ?? 0);
    expect(await line).toContain('A database session was lost');
    const after = await source.query<{ role: string }[]>('select current_user as role');
    await source.destroy();
    expect(after).toEqual([{ role }]);
  });
});

describe('a session', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    const owner = new Session(database.connection);
    await owner.connect();
    for (const setting of ['synchronous_commit = off', "default_transaction_isolation = 'repeatable read'"])
      await owner.query(`alter database ${database.connection.database} set ${setting}`);
    await owner.end();
  });

  afterAll(() => database.drop());

  const shownTo = async (role: (typeof ROLES)[number] | undefined, setting: string): Promise<unknown> => {
    const pool = openPool({
      ...{ connection: database.connection, max: 1, log: () => undefined },
      ...(role === undefined ? {} : { role }),
    });
    try {
      const { rows } = await pool.query<Record<string, unknown>>(`show ${setting}`);
      return rows[0]?.[setting];
    } finally {
      await pool.end();
    }
  };

  it.each([...ROLES, undefined])(
    'of %s sees in each statement what was committed before it, whatever the default of the database',
    async (role) => {
      expect(await shownTo(role, 'transaction_isolation')).toBe('read committed');
    },
  );

  it('that appends waits for the disk, whatever the default of the database', async () => {
    expect(await shownTo('touchstone_append', 'synchronous_commit')).toBe('on');
    expect(await shownTo('touchstone_read', 'synchronous_commit')).toBe('off');
  });
});
