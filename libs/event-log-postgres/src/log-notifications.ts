import type { Pool, PoolClient } from '#postgres';

/**
 * Wakes followers when PostgreSQL says that an authority's log grew. This is a hint only: a notification may be lost with its
 * session, so a wait also ends by itself after a while, and the reader looks again.
 */
export class LogNotifications {
  private readonly wakeUps = new Map<string, Set<() => void>>();
  private listening: Promise<void> | null = null;
  private session: PoolClient | null = null;
  private closed = false;

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
    if (signal.aborted || this.closed) cancel();
    return { news, cancel };
  }

  /** Makes sure that a session listens. A failure is no failure of the follower: it polls, and the next call tries again. */
  listen(): Promise<void> {
    if (this.session !== null || this.closed) return Promise.resolve();
    this.listening ??= this.openSession()
      .catch(() => undefined)
      .finally(() => (this.listening = null));
    return this.listening;
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const waiters of this.wakeUps.values()) for (const wakeUp of waiters) wakeUp();
    await this.listening;
    this.session?.release(true);
    this.session = null;
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
    session.on('notification', ({ payload }) => {
      for (const wakeUp of this.wakeUps.get(payload ?? '') ?? []) wakeUp();
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
