import { Calls, type Lease } from '#projections';
import type { Pool, PoolClient } from '#postgres';

export const CHANNEL = 'touchstone_lease';

/** So that a server which lost sight of the process finds out within half a minute; no matter on a unix socket. */
const FOUND_OUT_SOON =
  'set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';

/** A session that holds locks and hears calls. When it ends, everything that it held is lost. */
export class LeaseSession {
  private readonly held = new Set<string>();
  private readonly calls = new Calls();
  private asked: Promise<unknown> = Promise.resolve();
  private readonly losing = new AbortController();
  readonly lost = this.losing.signal;

  private constructor(private readonly client: PoolClient) {
    client.once('error', () => this.end());
    client.once('end', () => this.end());
    client.on('notification', ({ payload }) => this.calls.call(payload ?? ''));
  }

  static async open(pool: Pool): Promise<LeaseSession> {
    const session = new LeaseSession(await pool.connect());
    await session.ask(`${FOUND_OUT_SOON}; listen ${CHANNEL}`);
    return session;
  }

  async take(names: readonly string[]): Promise<readonly Lease[]> {
    // A session may lock twice what it has; noted before asking, so that two who ask at once do not both get it.
    const wanted = names.filter((name) => !this.held.has(name));
    if (wanted.length === 0) return [];
    for (const name of wanted) this.held.add(name);
    const rows = await this.ask<{ name: string; taken: boolean }>(
      `select name, pg_try_advisory_lock(${lockOf('name')}) as taken from unnest($1::text[]) as name`,
      [wanted],
    );
    for (const { name, taken } of rows) if (!taken) this.held.delete(name);
    return rows.filter(({ taken }) => taken).map(({ name }) => this.lease(name));
  }

  /** The session's end gives its locks back, so it is not handed to anybody else. */
  end(): void {
    if (this.lost.aborted) return;
    this.losing.abort();
    this.client.release(true);
  }

  private lease(name: string): Lease {
    let ours = true;
    return {
      name,
      lost: this.lost,
      called: (signal) => this.calls.next(name, signal),
      release: async () => {
        if (!ours || this.lost.aborted) return;
        ours = false;
        // When it cannot be given back, the session ends and everything with it.
        await this.ask(`select pg_advisory_unlock(${lockOf('$1')})`, [name]).catch(() => undefined);
        this.held.delete(name);
      },
    };
  }

  /** One question after the other: the driver does not queue them. */
  private ask<Row extends object>(sql: string, values?: unknown[]): Promise<readonly Row[]> {
    const answer = this.asked.then(() => this.client.query<Row>(sql, values));
    this.asked = answer.catch(() => this.end());
    return answer.then(({ rows }) => rows);
  }
}

/** A lock's number: of 64 bits, and with a seed of its own, so that it meets no other lock's. */
const lockOf = (name: string): string => `hashtextextended(${name}, 20210630)`;
