import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Append } from '#event-log';
import { anAppend, anAuthority, anEvent, aStream } from '#event-log/testing';
import { openPool, type Pool, type PoolClient } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { eventLogMigrations } from './migrations.js';
import { PostgresEventLog } from './postgres-event-log.js';

/** A type of event that this database will not have, as any database may fail in the middle of a batch. */
const UNWANTED = 'Unwanted';

let database: TestDatabase;
let pool: Pool;
let log: PostgresEventLog;
/** Batches that are on their way, and that were at most. */
const unanswered = { now: 0, atMost: 0 };

beforeAll(async () => {
  database = await testDatabase(eventLogMigrations);
  const { connection } = database;
  const owner = openPool({ connection, max: 1, log: () => undefined });
  await owner.query(`alter table event add check (type <> '${UNWANTED}')`);
  await owner.end();
  pool = openPool({ connection, role: 'touchstone_append', max: 1, log: () => undefined });
  pool.on('connect', countUnanswered);
  log = new PostgresEventLog({ pool });
});

afterAll(async () => {
  await log.close();
  await pool.end();
  await database.drop();
});

describe('a batch that the database refuses', () => {
  it('leaves nothing behind, and what was good in it can be sent again', async () => {
    const authority = anAuthority();
    const stream = aStream(authority);
    const good = anAppend(stream, { count: 2 });
    const bad = { ...good, events: [good.events[0]!, anEvent(stream, { type: UNWANTED })] };
    await expect(log.append(bad)).rejects.toMatchObject({ code: '23514' });
    expect(await log.readStream(stream)).toEqual([]);
    expect(await log.head(authority)).toBe(0n);
    expect(await log.append(good)).toMatchObject({ outcome: 'appended', firstRevision: 0n });
  });

  it('fails those who are in it, and not those who are behind it on the same session', async () => {
    const authority = anAuthority();
    const unwanted = (): Append => anAppend(aStream(authority), { event: { type: UNWANTED } });
    const good = Array.from({ length: 12 }, (_, n) => anAppend(aStream(authority), { count: 1 + (n % 3) }));
    // The session is there once this is answered, and kept for who asks at once. So each goes as a batch of its own.
    const before = await log.append(anAppend(aStream(authority)));
    unanswered.atMost = 0;
    const failing = log.append(unwanted());
    const answers = good.map((append) => log.append(append));
    await expect(failing).rejects.toMatchObject({ code: '23514' });
    expect(unanswered.atMost).toBe(2);
    let position = 1n;
    expect(before).toMatchObject({ outcome: 'appended', lastPosition: position });
    for (const [n, answer] of (await Promise.all(answers)).entries()) {
      const { stream, events } = good[n]!;
      position += BigInt(events.length);
      expect(answer).toEqual({
        ...{ outcome: 'appended', stream, firstRevision: 0n },
        ...{ lastRevision: BigInt(events.length - 1), lastPosition: position },
      });
    }
    const { events } = await log.readAll(authority);
    expect(events.slice(1).map(({ header }) => header.id)).toEqual(
      good.flatMap((append) => append.events.map(({ header }) => header.id)),
    );
  });
});

function countUnanswered(session: PoolClient): void {
  const query = session.query.bind(session) as (...args: unknown[]) => Promise<unknown>;
  const counted = async (...args: unknown[]): Promise<unknown> => {
    if ((args[0] as { readonly name?: string }).name !== 'append-events') return query(...args);
    unanswered.now += 1;
    unanswered.atMost = Math.max(unanswered.atMost, unanswered.now);
    return query(...args).finally(() => (unanswered.now -= 1));
  };
  session.query = counted as typeof session.query;
}
