import type { Pool, PoolClient } from './pool.js';

/**
 * Runs `work` in one transaction that sees and writes only the rows of `authority` (row-level security).
 * Everything is committed, or nothing: what `work` throws is thrown on after the rollback. A session whose rollback
 * failed is thrown away. When the connection breaks during the commit, the caller cannot know whether it happened.
 */
export async function inTransaction<T>(
  pool: Pool,
  authority: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  if (authority === '') throw new Error('A transaction needs an authority.');
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    await client.query("select set_config('touchstone.authority', $1, true)", [authority]);
    const result = await work(client);
    const { command } = await client.query('commit');
    // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed and `work` swallowed that.
    if (command !== 'COMMIT')
      throw new Error('The transaction was rolled back: one of its statements had failed.');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}
