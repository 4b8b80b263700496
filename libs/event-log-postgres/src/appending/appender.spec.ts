import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryEventLog, type Append, type EventLog, type Expectation } from '#event-log';

import { anAppend, anAuthority, aStream } from '#event-log/testing';
import { openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { eventLogMigrations } from '../migrations.js';
import { PostgresEventLog } from '../postgres-event-log.js';

let database: TestDatabase;
let pools: readonly [Pool, Pool];
/** How often each statement was sent. */
const sent = new Map<string, number>();

beforeAll(async () => {
  database = await testDatabase(eventLogMigrations);
  pools = [aPool(), aPool()];
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

interface Step {
  readonly stream: number;
  readonly expects: 'right' | 'late' | 'ahead' | 'none' | 'any' | 'exists';
  readonly count: number;
  readonly repeats: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  stream: fc.nat(2),
  expects: fc.oneof(
    { weight: 12, arbitrary: fc.constant('right' as const) },
    { weight: 1, arbitrary: fc.constantFrom('late', 'ahead', 'none', 'any', 'exists') },
  ),
  count: fc.integer({ min: 1, max: 3 }),
  repeats: fc.oneof(
    { weight: 15, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/** Appends that one process makes at once; now and then it is another process. */
const burst = fc.record({
  who: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
});

describe('appending, whichever way is taken', () => {
  it('answers and keeps what the log in memory does, with two processes at the same log', async () => {
    const property = fc.asyncProperty(fc.array(burst, { minLength: 30, maxLength: 60 }), async (bursts) => {
      const authority = anAuthority();
      const logs = pools.map((pool) => new PostgresEventLog({ pool }));
      const oracle = new MemoryEventLog(() => new Date());
      const made: Append[] = [];
      const streams = Array.from({ length: 3 }, () => aStream(authority));
      for (const { who, steps } of bursts) {
        const ends = new Map<string, bigint>();
        for (const stream of streams)
          ends.set(stream, (await oracle.readStream(stream)).at(-1)?.revision ?? -1n);
        const appends = steps.map((one) => {
          const append = one.repeats ? (made.at(-1) ?? next(one, streams, ends)) : next(one, streams, ends);
          made.push(append);
          return append;
        });
        const answers = await Promise.all(appends.map((append) => logs[who]!.append(append)));
        for (const [n, append] of appends.entries()) expect(answers[n]).toEqual(await oracle.append(append));
      }
      expect(await whole(logs[0]!, authority)).toEqual(await whole(oracle, authority));
      await Promise.all(logs.map((log) => log.close()));
    });
    await fc.assert(property, { numRuns: 12 });
    for (const way of ['append-events', 'append-at-head', 'append-one-at-head'])
      expect(sent.get(way)).toBeGreaterThan(20);
  });
});

describe('a batch that missed the end of the log', () => {
  it('is decided before the one that was sent after it, though somebody else appended as many events', async () => {
    const authority = anAuthority();
    const [mine, theirs] = pools.map((pool) => new PostgresEventLog({ pool })) as [
      PostgresEventLog,
      PostgresEventLog,
    ];
    const stream = aStream(authority);
    for (let n = 0; n < 12; n += 1)
      await mine.append(anAppend(stream, { expect: n === 0 ? 'none' : BigInt(n - 1) }));
    const owner = openPool({ connection: database.connection, log: () => undefined });
    const holder = await owner.connect();
    await holder.query('begin');
    await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [authority]);
    // Three wait for their turn, in this order: theirs, and two of mine in batches of their own.
    const other = theirs.append(anAppend(aStream(authority)));
    await waiting(owner, 1);
    const first = mine.append(anAppend(stream, { expect: 11n }));
    await waiting(owner, 2);
    const second = mine.append(anAppend(stream, { expect: 11n }));
    await new Promise((resolve) => setImmediate(resolve));
    await holder.query('commit');
    holder.release();
    expect(await Promise.all([other, first, second])).toMatchObject([
      { outcome: 'appended', lastPosition: 13n },
      { outcome: 'appended', lastPosition: 14n },
      { outcome: 'conflict', revision: 12n },
    ]);
    await Promise.all([mine.close(), theirs.close(), owner.end()]);
  });
});

/** Resolves when so many sessions wait for the lock of a log. */
async function waiting(pool: Pool, sessions: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted",
    );
    if (rows[0]!.waiting >= sessions) return;
  }
}

function next(one: Step, streams: readonly string[], ends: Map<string, bigint>): Append {
  const stream = streams[one.stream]!;
  const end = ends.get(stream)!;
  const right: Expectation = end < 0n ? 'none' : end;
  const expectation = {
    right,
    late: end < 1n ? ('none' as const) : end - 1n,
    ahead: end + 2n,
    none: 'none' as const,
    any: 'any' as const,
    exists: 'exists' as const,
  }[one.expects];
  if (one.expects === 'right') ends.set(stream, end + BigInt(one.count));
  return anAppend(stream, { expect: expectation, count: one.count });
}

async function whole(log: EventLog, authority: string): Promise<unknown> {
  const { events } = await log.readAll(authority, { limit: 1000 });
  return events.map(({ position, revision, header }) => ({ position, revision, header }));
}

function aPool(): Pool {
  const pool = openPool({ connection: database.connection, role: 'touchstone_append', log: () => undefined });
  pool.on('connect', (session) => {
    const query = session.query.bind(session) as (...args: unknown[]) => unknown;
    session.query = ((...args: unknown[]) => {
      const { name = '' } = args[0] as { readonly name?: string };
      sent.set(name, (sent.get(name) ?? 0) + 1);
      return query(...args);
    }) as typeof session.query;
  });
  return pool;
}
