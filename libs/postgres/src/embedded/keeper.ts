import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Connection } from '../connection.js';
import { Session } from '../session.js';

/** Shared by every process that uses the server; who gets it alone is the last one. */
const IN_USE = 'touchstone in use';
/** A process that was killed holds its locks until the server has noticed, a moment later. */
const NOTICED_AFTER_MS = 1_000;

/**
 * The one session by which a process holds its locks on a server. The server lets go of them when the process ends,
 * however it ends, so nothing stale is ever left behind.
 */
export class Keeper {
  private constructor(private readonly client: pg.Client) {}

  /** Counts this process among the users of the server. `lost` is told when the session ends before `leave`. */
  static async join(connection: Connection, lost: (reason: Error) => void): Promise<Keeper> {
    const client = new Session({ ...connection, application_name: `touchstone process ${process.pid}` });
    let reason = new Error('The database server ended the session.');
    client.on('error', (error) => (reason = error));
    await client.connect();
    try {
      await client.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [IN_USE]);
    } catch (error) {
      await client.end();
      throw error;
    }
    const keeper = new Keeper(client);
    client.once('end', () => keeper.leaving || lost(reason));
    return keeper;
  }

  private leaving = false;

  /** Takes the exclusive claim, or says who has it: their process id, or undefined if it cannot be told. */
  async claim(name: string): Promise<{ taken: true } | { taken: false; pid: number | undefined }> {
    const deadline = performance.now() + NOTICED_AFTER_MS;
    for (;;) {
      if (await this.tryLock(`touchstone ${name}`)) return { taken: true };
      if (performance.now() > deadline) return { taken: false, pid: await this.holder(`touchstone ${name}`) };
      await pause(20);
    }
  }

  /** Leaves the server. When this was its last user, `asLast` runs first, while nobody else can join. */
  async leave(asLast: () => Promise<void>): Promise<void> {
    this.leaving = true;
    try {
      await this.client.query('select pg_advisory_unlock_shared(hashtextextended($1, 0))', [IN_USE]);
      if (await this.tryLock(IN_USE)) await asLast();
    } finally {
      await this.client.end();
    }
  }

  private async tryLock(key: string): Promise<boolean> {
    const { rows } = await this.client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      [key],
    );
    return rows[0]?.taken === true;
  }

  private async holder(key: string): Promise<number | undefined> {
    const { rows } = await this.client.query<{ pid: number | null }>(
      `select substring(a.application_name from '^touchstone process (\\d+)$')::integer as pid
         from pg_locks l
         join pg_stat_activity a using (pid)
         join pg_database d on d.oid = l.database and d.datname = current_database()
        where l.locktype = 'advisory' and l.granted and l.mode = 'ExclusiveLock'
          and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended($1, 0)`,
      [key],
    );
    return rows[0]?.pid ?? undefined;
  }
}
