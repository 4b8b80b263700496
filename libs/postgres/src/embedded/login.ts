import type pg from 'pg';
import type { Connection } from '../connection.js';
import { errorCode } from '../problem.js';
import { Session } from '../session.js';
import { SUPERUSER } from './cluster.js';

/** Who Touchstone logs in as: no superuser; it owns its database and may make roles. */
export const LOGIN = 'touchstone';
export const DATABASE = 'touchstone';

/** PostgreSQL's answers when the login or the database is not there yet. */
const NOT_YET = new Set(['28000', '3D000']);

/** Connects once; on a new server, or one whose first start was cut short, makes the login and its database. */
export async function ensureLogin(connection: Connection): Promise<void> {
  try {
    await connectedAs(connection, async () => undefined);
  } catch (error) {
    if (!NOT_YET.has(errorCode(error) ?? '')) throw error;
    await connectedAs(administration(connection), async (client) => {
      // Kept until the session ends, so that processes that start at once take turns.
      await client.query("select pg_advisory_lock(hashtextextended('touchstone login', 0))");
      await makeUnlessThere(client, 'pg_roles where rolname', LOGIN, `create role ${LOGIN} login createrole`);
      await createDatabase(client, DATABASE);
    });
  }
}

/** How the superuser of an embedded server connects, to make databases. */
export function administration(connection: Connection): Connection {
  return { ...connection, user: SUPERUSER, database: 'postgres' };
}

/** Makes a database that the login owns, unless it is there. */
export async function createDatabase(client: pg.Client, name: string): Promise<void> {
  await makeUnlessThere(client, 'pg_database where datname', name, `create database ${name} owner ${LOGIN}`);
}

/** Runs `work` in a session of its own. */
export async function connectedAs<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new Session(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeUnlessThere(
  client: pg.Client,
  where: string,
  name: string,
  statement: string,
): Promise<void> {
  const { rowCount } = await client.query(`select from ${where} = $1`, [name]);
  if (rowCount === 0) await client.query(statement);
}
