import type { Pool } from '#postgres';
import type { Defect } from './defect.js';

const LOCK =
  "(select set_config('touchstone.authority', $1, true) || pg_advisory_xact_lock(hashtextextended($1, 0))::text)";
/** What is in is committed a moment later, so that whoever does not wait meets it. */
const A_MOMENT_LATER = ' returning pg_sleep(0.02)';

/** Defects of the plain statements with which a process appends that knows where the log ends. */
export const atTheHead: readonly Defect[] = [
  {
    name: 'no-look-at-head',
    what: 'Where a process knows the end of the log, it appends without a look at the ends of streams.',
    caughtBy: { 'end-in-sight': 'ahead of the stream: answered appended instead of conflict' },
    spoil: { writers: (pool) => restated(pool, blind) },
  },
  {
    name: 'no-lock-at-head',
    what: 'Where a process knows the end of the log, it appends without waiting for others; the unique index refuses what they did at once.',
    caughtBy: { 'end-in-sight': 'at once with another: answered appended, error: duplicate key' },
    spoil: { writers: (pool) => restated(pool, unlocked) },
  },
  {
    name: 'no-lock-at-head-and-no-unique-position',
    what: 'Where a process knows the end of the log, it appends without waiting for others, and positions are not unique.',
    caughtBy: { 'end-in-sight': 'comes after position' },
    spoil: { writers: (pool) => restated(pool, unlocked) },
    damage: async (session) =>
      void (await session.query('alter table touchstone.event drop constraint event_pkey')),
  },
];

/** Of the statement for one event and of that for many. */
const blind = (text: string): string =>
  text.includes('before.revision')
    ? replaced(text, 'before.revision <>', 'false and before.revision <>')
    : replaced(text, /\$4 - 1 = coalesce[\s\S]*$/, 'true');

const unlocked = (text: string): string =>
  replaced(text, LOCK, "(select set_config('touchstone.authority', $1, true))") + A_MOMENT_LATER;

/** A pool in whose sessions the statements that append where the log ends are others. */
function restated(pool: Pool, change: (text: string) => string): Pool {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const ask = (...args: unknown[]): unknown => {
      const [asked] = args as [{ readonly name?: string; readonly text: string }];
      return /^append-.*at-head$/.test(asked.name ?? '')
        ? query({ ...asked, text: change(asked.text) })
        : query(...args);
    };
    client.query = ask as typeof client.query;
  });
  return pool;
}

/** @throws Error unless the passage is found just once, so that a defect cannot quietly become none. */
function replaced(text: string, passage: string | RegExp, instead: string): string {
  const parts = text.split(passage);
  if (parts.length !== 2)
    throw new Error(`${String(passage)} is ${parts.length - 1} times in the statement:\n${text}`);
  return parts.join(instead);
}
