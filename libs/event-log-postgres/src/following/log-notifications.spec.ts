import { describe, expect, it } from '@jest/globals';
import { anAppend, anAuthority, aStream } from '#event-log/testing';
import { openPool, type Pool } from '#postgres';
import { testDatabase } from '#postgres/testing';
import { eventLogMigrations } from '../migrations.js';
import { PostgresEventLog } from '../postgres-event-log.js';
import { LogNotifications } from './log-notifications.js';

/** Longer than any test: who waits that long has not been notified. */
const NEVER_MS = 2 ** 31 - 1;

describe('news of the log', () => {
  it('reaches a follower in another process, which does not have to look by itself', async () => {
    const database = await testDatabase(eventLogMigrations);
    const { connection } = database;
    const pools = [1, 2].map(() => openPool({ connection, role: 'touchstone_append', log: () => undefined }));
    const [here, there] = pools.map((pool) => new PostgresEventLog({ pool, pollEveryMs: NEVER_MS })) as [
      PostgresEventLog,
      PostgresEventLog,
    ];
    const authority = anAuthority();
    // Each time that it has found nothing and is about to wait, and never before.
    const readAll = here.readAll.bind(here);
    here.readAll = async (...asked) => {
      const page = await readAll(...asked);
      if (page.events.length === 0) setImmediate(() => void there.append(anAppend(aStream(authority))));
      return page;
    };
    const stop = new AbortController();
    const seen: bigint[] = [];
    for await (const { events } of here.follow(authority, { signal: stop.signal })) {
      seen.push(...events.map(({ position }) => position));
      if (seen.length === 4) stop.abort();
    }
    expect(seen).toEqual([1n, 2n, 3n, 4n]);
    await Promise.all([here.close(), there.close()]);
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  });

  it.each(Array.from({ length: 12 }, (_, turns) => turns))(
    'is announced when it comes %d turns after the announcer looked for more',
    async (turns) => {
      const announced: string[] = [];
      const query = (statement: { readonly values: readonly [readonly string[]] }): Promise<void> => {
        announced.push(...statement.values[0]);
        return Promise.resolve();
      };
      const notifications = new LogNotifications({ query } as unknown as Pool, NEVER_MS);
      notifications.tell('first');
      await new Promise(setImmediate);
      // Ends the announcer's rest, so that it looks again within the next few turns of the microtask queue.
      const closed = notifications.close();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      notifications.tell('second');
      await closed;
      await new Promise(setImmediate);
      expect(announced).toEqual(['first', 'second']);
    },
  );
});
