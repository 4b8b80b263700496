import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventLogMigrations } from '#event-log-postgres';
import { connectionFromUrl, EmbeddedServer, migrate, openPool, type Connection } from '#postgres';
import { viewMigrations } from '#views-postgres';
import { BadArguments } from './settings.js';

/** The database that every contestant works in. */
export interface BenchDatabase {
  readonly connection: Connection;
  /** PostgreSQL's own words about its version. */
  readonly version: string;
  /** Sessions that the server allows. */
  readonly maxConnections: number;
  close(): Promise<void>;
}

const OUR_SCHEMAS = ['touchstone', 'bench_naive', 'bench_emmett'];

/**
 * DATABASE_URL where it is given, else a new embedded server with its durable settings, whose folder is removed afterwards.
 * A database that already holds something of ours is refused, for the bench fills it and then drops what it made.
 */
export async function openDatabase(url: string | undefined): Promise<BenchDatabase> {
  if (url !== undefined && url !== '') return prepared(connectionFromUrl(url), dropOurSchemas);
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    // For root, the server runs under another account, which has to get in.
    await chmod(folder, 0o755);
    const server = await EmbeddedServer.open({ dataFolder: join(folder, 'data'), log: () => undefined });
    const leave = async (): Promise<void> => {
      await server.close();
      await remove();
    };
    return await prepared(server.connection, leave).catch(async (error: unknown) => {
      await leave();
      throw error;
    });
  } catch (error) {
    await remove();
    throw error;
  }
}

async function prepared(
  connection: Connection,
  leave: (connection: Connection) => Promise<void>,
): Promise<BenchDatabase> {
  const about = await lookAt(connection);
  await migrate(connection, [...eventLogMigrations, ...viewMigrations]);
  return { connection, ...about, close: () => leave(connection) };
}

async function lookAt(connection: Connection): Promise<Omit<BenchDatabase, 'connection' | 'close'>> {
  const pool = openPool({ connection, max: 1, log: () => undefined });
  try {
    const { rows } = await pool.query<{ version: string; most: number; taken: string | null }>(
      `select current_setting('server_version') as version, current_setting('max_connections')::int as most,
              (select string_agg(nspname, ', ') from pg_namespace where nspname = any ($1)) as taken`,
      [OUR_SCHEMAS],
    );
    const { version, most, taken } = rows[0]!;
    if (taken !== null)
      throw new BadArguments(
        `DATABASE_URL names a database that already has the schema ${taken}. The bench fills a database and drops ` +
          'what it made: give it an empty one of its own.',
      );
    return { version, maxConnections: most };
  } finally {
    await pool.end();
  }
}

async function dropOurSchemas(connection: Connection): Promise<void> {
  const pool = openPool({ connection, max: 1, log: () => undefined });
  try {
    await pool.query(`drop schema if exists ${OUR_SCHEMAS.join(', ')} cascade`);
  } finally {
    await pool.end();
  }
}
