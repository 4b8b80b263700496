import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { LogBusy, type Append, type EventLog } from '#event-log';
import type { Pool } from '#postgres';
import type { ViewStore } from '#projections';
import { LOST } from '../programmes/under-fire.js';
import type { Defect } from './defect.js';

/** Longer than any test: a follower that never looks by itself. */
const NEVER_MS = 2 ** 31 - 1;
const COMMITS_AFTER_MS = 20;

/** Defects of the program around the database. */
export const inBetween: readonly Defect[] = [
  {
    name: 'acknowledges-before-commit',
    what: 'An append is answered when its events are inserted, and committed a moment later.',
    caughtBy: { 'under-fire': LOST },
    spoil: { writers: committingLater },
  },
  {
    name: 'refuses-what-it-takes',
    what: 'An append that is refused because too many wait is sent all the same, as soon as there is room.',
    caughtBy: { 'full-queue': 'refused appends are in the record' },
    spoil: { log: takingWhatItRefuses },
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
    spoil: { views: checkpointApart },
  },
];

function takingWhatItRefuses(log: EventLog): EventLog {
  const append: EventLog['append'] = async (asked) => {
    try {
      return await log.append(asked);
    } catch (error) {
      if (error instanceof LogBusy) await untilTaken(log, asked);
      throw error;
    }
  };
  return Object.assign(Object.create(log) as EventLog, { append });
}

async function untilTaken(log: EventLog, append: Append): Promise<void> {
  try {
    await log.append(append);
  } catch (error) {
    if (!(error instanceof LogBusy)) throw error;
    await immediate();
    await untilTaken(log, append);
  }
}

/** The first time that there are rows to write, the strike comes between the two transactions. */
function checkpointApart(store: ViewStore, untilStruck: () => Promise<void>): ViewStore {
  let struck = false;
  const apply: ViewStore['apply'] = async (batch) => {
    const moved = await store.apply({ ...batch, tables: [], revisions: [] });
    if (moved !== 'applied') return moved;
    if (!struck && batch.tables.length > 0) {
      struck = true;
      await untilStruck();
    }
    return store.apply({ ...batch, after: batch.through });
  };
  return Object.assign(Object.create(store) as ViewStore, { apply });
}

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
