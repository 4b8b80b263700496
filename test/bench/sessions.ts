import type { Pool } from '#postgres';

/** Opens the sessions that so many callers will want, so that no turn pays for it. */
export async function openSessions(pool: Pool, callers: number): Promise<void> {
  const wanted = Math.min(callers, pool.options.max);
  const sessions = await Promise.all(Array.from({ length: wanted }, () => pool.connect()));
  for (const session of sessions) session.release();
}

/** Ends the sessions that nobody uses, to leave the server's to others. */
export async function endSessions(pool: Pool): Promise<void> {
  const sessions = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
  for (const session of sessions) session.release(true);
}
