import type { DataSource, EntityManager } from 'typeorm';

/** How the transactions that write work; $1 is the authority. */
const SETTINGS = [
  "set_config('touchstone.authority', $1, true)",
  "set_config('synchronous_commit', 'off', true)",
  // Of a generation that is being filled there are no statistics: PostgreSQL takes it for a handful of rows, and any index that leads
  // to them for as good as the primary key. Only that gives them in order, and so it is used where sorting is to be avoided.
  "set_config('enable_sort', 'off', true)",
].join(', ');

/**
 * Runs `work` in one transaction that sees and writes only the rows of the authority. It does not wait for the disk, and need not:
 * - Rows, revisions and checkpoint are in one transaction, and a crash of the server takes away the last transactions in whole. What
 *   is left is the view as it was a moment before, and it is folded again from the log.
 * - No checkpoint is ever ahead of the log after a crash: an append waits for the disk, and with it all that was written before.
 * - Nobody goes on from a position that was taken away: a crash ends the sessions, with them the leases, and a follower that lost its
 *   lease looks again where the rows are. Whoever was told that the view has their write may ask again by the position of it.
 * Waiting would put a second flush of the disk beside each of the log's, for every view, and gain nothing.
 */
export const asAuthority = <Answer>(
  source: DataSource,
  authority: string,
  work: (manager: EntityManager) => Promise<Answer>,
): Promise<Answer> =>
  source.transaction(async (manager) => {
    await manager.query(`select ${SETTINGS}`, [authority]);
    return work(manager);
  });

/** Runs `work` so that all of its reads see one moment, and only the rows of the authority. */
export const atOneMoment = <Answer>(
  source: DataSource,
  authority: string,
  work: (manager: EntityManager) => Promise<Answer>,
): Promise<Answer> =>
  source.transaction('REPEATABLE READ', async (manager) => {
    await manager.query(
      "select set_config('transaction_read_only', 'on', true), set_config('touchstone.authority', $1, true)",
      [authority],
    );
    return work(manager);
  });
