import type { Pool } from '#postgres';

/** A pool in whose sessions no notification ever arrives, as when each of them were lost on the way. */
export function deafened(pool: Pool): Pool {
  pool.on('connect', (client) => {
    const emit = client.emit.bind(client) as (event: string, ...rest: unknown[]) => boolean;
    client.emit = (event: string, ...rest: unknown[]) =>
      event === 'notification' ? false : emit(event, ...rest);
  });
  return pool;
}
