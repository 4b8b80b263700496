import { openPool, type Connection } from '#postgres';

/** Does to our tables what no role of the product may. */
export async function asOwner(connection: Connection, statement: string): Promise<void> {
  const pool = openPool({ connection, max: 1, log: () => undefined });
  try {
    await pool.query(statement);
  } finally {
    await pool.end();
  }
}
