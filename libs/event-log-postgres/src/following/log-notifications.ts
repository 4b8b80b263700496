import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from '#postgres';

/** An announcement for each commit would cost more than the commits; other processes hear at most this late, in milliseconds. */
const ANNOUNCE_EVERY = 20;

/**
 * Wakes followers when an authority's log grew: those of this instance at once, those of others through PostgreSQL. This is a hint only:
 * it is sent after the commit and may be lost with its session or its process, so a wait also ends by itself after a while, and the reader
 * looks again.
 */
export class LogNotifications {
  private readonly wakeUps = new Map<string, Set<() => void>>();
  private listening: Promise<void> | null = null;
  private session: PoolClient | null = null;
  private readonly ending = new AbortController();
  private readonly unannounced = new Set<string>();
  private announcing: Promise<void> | null = null;
  /** Marks our own announcements, of which our followers need not hear. */
  private readonly sender = randomUUID();

  constructor(
    private readonly pool: Pool,
    private readonly pollEveryMs: number,
  ) {}

  /**
   * Begins to wait for news of an authority. `news` resolves when its log may have grown, when it is time to look again, or
   * when the signal is aborted; `cancel` ends the wait.
   */
  watch(
    authority: string,
    signal: AbortSignal,
  ): { readonly news: Promise<void>; readonly cancel: () => void } {
    const waiters = this.wakeUps.get(authority) ?? new Set();
    this.wakeUps.set(authority, waiters);
    const { promise: news, resolve } = Promise.withResolvers<void>();
    const cancel = (): void => {
      clearTimeout(timer);
      waiters.delete(cancel);
      signal.removeEventListener('abort', cancel);
      resolve();
    };
    const timer = setTimeout(cancel, this.pollEveryMs);
    waiters.add(cancel);
    signal.addEventListener('abort', cancel);
    if (signal.aborted || this.ending.signal.aborted) cancel();
    return { news, cancel };
  }

  /** The authority's log has grown, by a commit of this instance. */
  tell(authority: string): void {
    this.wakeUp(authority);
    this.unannounced.add(authority);
    this.announcing ??= this.announce();
  }

  /** Makes sure that a session listens. A failure is no failure of the follower: it polls, and the next call tries again. */
  listen(): Promise<void> {
    if (this.session !== null || this.ending.signal.aborted) return Promise.resolve();
    this.listening ??= this.openSession()
      .catch(() => undefined)
      .finally(() => (this.listening = null));
    return this.listening;
  }

  async close(): Promise<void> {
    this.ending.abort();
    for (const authority of this.wakeUps.keys()) this.wakeUp(authority);
    await this.announcing;
    await this.listening;
    this.session?.release(true);
    this.session = null;
  }

  private wakeUp(authority: string): void {
    for (const wakeUp of this.wakeUps.get(authority) ?? []) wakeUp();
  }

  /** Says what has not been said yet, until there is nothing more to say. What cannot be said is found by polling. */
  private async announce(): Promise<void> {
    while (this.unannounced.size > 0) {
      const authorities = [...this.unannounced];
      this.unannounced.clear();
      await this.pool
        .query({
          name: 'announce',
          text: "select pg_notify('touchstone_log', authority || ' ' || $2) from unnest($1::text[]) as authority",
          values: [authorities, this.sender],
        })
        .catch(() => undefined);
      await pause(ANNOUNCE_EVERY, undefined, { ref: false, signal: this.ending.signal }).catch(
        () => undefined,
      );
    }
    // In the same moment in which nothing was found: what is told after it finds nobody at work, and begins anew.
    this.announcing = null;
  }

  private async openSession(): Promise<void> {
    const session = await this.pool.connect();
    const lost = (): void => {
      if (this.session !== session) return;
      this.session = null;
      session.release(true);
    };
    session.once('error', lost);
    session.once('end', lost);
    session.on('notification', ({ payload = '' }) => {
      const [authority, sender] = payload.split(' ');
      if (authority !== undefined && sender !== this.sender) this.wakeUp(authority);
    });
    try {
      await session.query('listen touchstone_log');
    } catch (error) {
      session.release(true);
      throw error;
    }
    this.session = session;
  }
}
