import type { Lease, Leases } from '#projections';
import type { Pool } from '#postgres';
import { CHANNEL, LeaseSession } from './lease-session.js';

/**
 * Leases as advisory locks of one session of this process. PostgreSQL gives them back when the session ends, however the
 * process ended; nobody needs more rights than to connect. Between the process and the server there may be no pooler that hands
 * one session to several clients.
 */
export class PostgresLeases implements Leases {
  private session: Promise<LeaseSession> | null = null;
  private closed = false;

  /** `pool`: sessions of any role; one of them is kept while there are leases. */
  constructor(private readonly pool: Pool) {}

  async take(names: readonly string[]): Promise<readonly Lease[]> {
    if (names.length === 0 || this.closed) return [];
    return (await this.opened()).take(names);
  }

  async call(name: string): Promise<void> {
    await this.pool.query('select pg_notify($1, $2)', [CHANNEL, name]);
  }

  /** Gives everything back; the pool stays with whoever made it. */
  async close(): Promise<void> {
    this.closed = true;
    await this.session?.then(
      (session) => session.end(),
      () => undefined,
    );
  }

  private opened(): Promise<LeaseSession> {
    if (this.session !== null) return this.session;
    const opening = LeaseSession.open(this.pool);
    this.session = opening;
    const over = (): void => {
      if (this.session === opening) this.session = null;
    };
    opening.then(({ lost }) => {
      // Lost before anybody could listen: an abort is told of once.
      if (lost.aborted) over();
      else lost.addEventListener('abort', over);
    }, over);
    return opening;
  }
}
