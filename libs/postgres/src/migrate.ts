import { MigrationExecutor, type DataSource } from 'typeorm';
import type { Connection } from './connection.js';
import { openDataSource } from './data-source.js';
import { Foundation } from './foundation.js';
import { PostgresProblem } from './problem.js';
import { ensureRoles } from './roles.js';
import { SCHEMA, Session } from './session.js';
import type { MigrationClass } from './sql-migration.js';

/** The advisory lock that keeps two processes from migrating one database at once. */
const MIGRATING = 'touchstone migrating';

/**
 * Brings the database up to date: the roles, the schema, this library's own migration and then `migrations`, each in
 * a transaction of its own, in the order of their numbers. Processes that start at once take turns.
 * Runs as the login, which becomes the owner of the tables. Returns the names of the migrations that were run.
 * @throws PostgresProblem for a database that has migrations which this program does not know, or whose text is not UTF-8.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly MigrationClass[] = [],
): Promise<readonly string[]> {
  const turn = new Session({ ...connection, application_name: MIGRATING });
  await turn.connect();
  try {
    await refuseOtherEncodings(turn, connection.database);
    await turn.query('select pg_advisory_lock(hashtextextended($1, 0))', [MIGRATING]);
    await ensureRoles(turn);
    await turn.query(`create schema if not exists ${SCHEMA}`);
    const source = await openDataSource({ connection, migrations: [Foundation, ...migrations], max: 2 });
    try {
      await refuseUnknown(source);
      return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await turn.end();
  }
}

/** The record is UTF-8; any other encoding lacks characters that it may hold, and would fail in the middle of the work. */
async function refuseOtherEncodings(session: Session, database: string): Promise<void> {
  const { rows } = await session.query<{ server_encoding: string }>('show server_encoding');
  const encoding = rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new PostgresProblem(
    'not-utf8',
    `The database ${database} keeps text as ${encoding}, and Touchstone needs UTF8. An encoding cannot be changed later: make another ` +
      "database with CREATE DATABASE <name> ENCODING 'UTF8' TEMPLATE template0; and name that one in DATABASE_URL.",
  );
}

/** Tables that another program has changed are not what this one takes them for, and it would find out in the middle of its work. */
async function refuseUnknown(source: DataSource): Promise<void> {
  const known = new Set(source.migrations.map(({ name }) => name));
  // None where nothing was ever migrated.
  const done = await new MigrationExecutor(source).getExecutedMigrations();
  const unknown = done.filter(({ name }) => !known.has(name));
  if (unknown.length === 0) return;
  throw new PostgresProblem(
    'unknown-migration',
    `The database was made by another version of Touchstone: this one does not know ${unknown.map(({ name }) => name).join(', ')}. ` +
      'Run that version or a newer one on it; or, for data that you can do without, begin with an empty data folder or database.',
  );
}
