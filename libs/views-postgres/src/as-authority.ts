import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs `work` in one transaction that sees and writes only the rows of the authority. It does not wait for the disk:
 * rows and checkpoint that a crash of the server takes away go together, and are folded again from the log.
 */
export const asAuthority = <Answer>(
  source: DataSource,
  authority: string,
  work: (manager: EntityManager) => Promise<Answer>,
): Promise<Answer> =>
  source.transaction(async (manager) => {
    await manager.query(
      "select set_config('touchstone.authority', $1, true), set_config('synchronous_commit', 'off', true)",
      [authority],
    );
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
