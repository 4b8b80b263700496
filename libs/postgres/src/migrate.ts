import type { Connection } from './connection.js';
import { openDataSource } from './data-source.js';
import { Foundation } from './foundation.js';
import { ensureRoles } from './roles.js';
import { SCHEMA, Session } from './session.js';
import type { MigrationClass } from './sql-migration.js';

/** The advisory lock that keeps two processes from migrating one database at once. */
const MIGRATING = 'touchstone migrating';

/**
 * Brings the database up to date: the roles, the schema, this library's own migration and then `migrations`, each in
 * a transaction of its own, in the order of their numbers. Processes that start at once take turns.
 * Runs as the login, which becomes the owner of the tables. Returns the names of the migrations that were run.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly MigrationClass[] = [],
): Promise<readonly string[]> {
  const turn = new Session({ ...connection, application_name: MIGRATING });
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock(hashtextextended($1, 0))', [MIGRATING]);
    await ensureRoles(turn);
    await turn.query(`create schema if not exists ${SCHEMA}`);
    const source = await openDataSource({ connection, migrations: [Foundation, ...migrations], max: 2 });
    try {
      return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await turn.end();
  }
}
