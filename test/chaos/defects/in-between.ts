import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from '#postgres';
import { LOST } from '../programmes/under-fire.js';
import type { Defect } from './defect.js';

/** Longer than any test: a follower that never looks by itself. */
const NEVER_MS = 2 ** 31 - 1;
const COMMITS_AFTER_MS = 10;

/** Defects of the program around the database. */
export const inBetween: readonly Defect[] = [
  {
    name: 'acknowledges-before-commit',
    what: 'An append is answered when its events are inserted, and committed a moment later.',
    caughtBy: { 'under-fire': LOST },
    spoil: { writers: committingLater },
  },
  {
    name: 'trusts-notifications',
    what: 'A follower looks at the log only when a notification tells it to.',
    caughtBy: { following: 'the deaf follower missed' },
    spoil: { pollEveryMs: NEVER_MS },
  },
  {
    name: 'checkpoint-apart',
    what: "A view's checkpoint is moved in a transaction of its own, before that of the rows.",
    caughtBy: { 'interrupted-views': 'not what a rebuild makes' },
    spoil: {
      views: (store) =>
        Object.assign(Object.create(store) as typeof store, {
          apply: async (batch: Parameters<typeof store.apply>[0]) => {
            const moved = await store.apply({ ...batch, tables: [], revisions: [] });
            return moved === 'applied' ? store.apply({ ...batch, after: batch.through }) : moved;
          },
        }),
    },
  },
];

/** A pool in whose sessions an append is in a transaction that is committed after the answer was given. */
function committingLater(pool: Pool): Pool {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    let committed: Promise<unknown> = Promise.resolve();
    const ask = async (...args: unknown[]): Promise<unknown> => {
      await committed;
      if ((args[0] as { readonly name?: string }).name !== 'append-events') return query(...args);
      await query('begin');
      const answer = await query(...args);
      committed = pause(COMMITS_AFTER_MS)
        .then(() => query('commit'))
        .catch(() => undefined);
      return answer;
    };
    client.query = ask as typeof client.query;
  });
  return pool;
}
