import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Connection } from './connection.js';
import { administration, connectedAs, createDatabase } from './embedded/login.js';
import { reachServer } from './embedded/reach.js';
import { migrate } from './migrate.js';
import type { MigrationClass } from './sql-migration.js';

export interface TestDatabase {
  readonly connection: Connection;
  /** Ends all its sessions and removes it. */
  drop(): Promise<void>;
}

/**
 * A new database, migrated, on the one server of this Jest run, which the first caller starts and which is removed
 * with everything in it when the run ends (testing/jest-global-setup.ts). That server does without fsync: it shows
 * nothing about crashes.
 */
export async function testDatabase(migrations: readonly MigrationClass[] = []): Promise<TestDatabase> {
  const folder = process.env['TOUCHSTONE_TEST_SERVER'];
  if (folder === undefined)
    throw new Error('testDatabase works only under Jest, with the global set-up of postgres.');
  const { connection } = await reachServer({
    dataFolder: join(folder, 'data'),
    log: () => undefined,
    durability: 'fast-and-losable',
  });
  const administrator = administration(connection);
  const database = `test_${randomBytes(6).toString('hex')}`;
  await connectedAs(administrator, (client) => createDatabase(client, database));
  const own = { ...connection, database };
  await migrate(own, migrations);
  return {
    connection: own,
    drop: () =>
      connectedAs(administrator, async (client) => {
        await client.query(`drop database ${database} with (force)`);
      }),
  };
}
