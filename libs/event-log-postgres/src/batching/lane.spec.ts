import { describe, expect, it } from '@jest/globals';
import { LogBusy } from '#event-log';
import type { Pool, PoolClient } from '#postgres';
import { Lane, type Limits } from './lane.js';

interface Order {
  readonly name: string;
  readonly key?: string;
  readonly size?: number;
}

const NONE: Limits = {
  atOnce: { requests: 100, size: 1000 },
  waiting: { requests: 1000, size: 10_000 },
};

/** A lane whose batches come back when the test says so, and what became of its sessions. */
function aLane(limits: Partial<Limits> = {}) {
  const batches: { names: string[]; session: PoolClient; answer: (error?: Error) => Promise<void> }[] = [];
  const sessions: { broken: boolean | null }[] = [];
  const pool = {
    waitingCount: 0,
    refuses: null as Error | null,
    connect(): Promise<unknown> {
      if (pool.refuses !== null) return Promise.reject(pool.refuses);
      const session = {
        broken: null as boolean | null,
        release: (broken = false) => void (session.broken = broken),
      };
      sessions.push(session);
      return Promise.resolve(session);
    },
  };
  let resting = 0;
  const lane = new Lane<Order, string>(
    pool as unknown as Pool,
    'northshire',
    {
      send: (session, _authority, batch) => {
        const { promise, resolve, reject } = Promise.withResolvers<string[]>();
        batches.push({
          names: batch.map(({ name }) => name),
          session,
          answer: async (error) => {
            if (error === undefined) resolve(batch.map(({ name }) => `${name}!`));
            else reject(error);
            await settled();
          },
        });
        return promise;
      },
      keyOf: ({ name, key = name }) => key,
      sizeOf: ({ size = 1 }) => size,
      limits: { ...NONE, ...limits },
    },
    () => (resting += 1),
  );
  const ask = (...orders: readonly (string | Order)[]): Promise<string>[] =>
    orders.map((order) => lane.ask(typeof order === 'string' ? { name: order } : order));
  return { lane, ask, batches, sessions, pool, rested: () => resting };
}

/** Until everything that needs nobody else has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a lane', () => {
  it('sends together what gathered while a batch was on its way, and gives each its own answer', async () => {
    const { ask, batches } = aLane();
    const first = ask('a');
    await settled();
    const later = ask('b', 'c', 'd');
    expect(batches.map(({ names }) => names)).toEqual([['a']]);
    await batches[0]!.answer();
    expect(batches.map(({ names }) => names)).toEqual([['a'], ['b', 'c', 'd']]);
    await batches[1]!.answer();
    expect(await Promise.all([...first, ...later])).toEqual(['a!', 'b!', 'c!', 'd!']);
  });

  it('sends the next batch before those of the last one hear of it', async () => {
    const { ask, batches } = aLane();
    const [first] = ask('a');
    await settled();
    void ask('b');
    const known = first!.then(() => batches.length);
    await batches[0]!.answer();
    expect(await known).toBe(2);
  });

  it('keeps what has the same key for the next batch, and whatever came after it', async () => {
    const { ask, batches } = aLane();
    void ask('a');
    await settled();
    void ask({ name: 'b', key: 'x' }, 'c', { name: 'd', key: 'x' }, 'e');
    await batches[0]!.answer();
    await batches[1]!.answer();
    expect(batches.map(({ names }) => names)).toEqual([['a'], ['b', 'c'], ['d', 'e']]);
  });

  it('limits a batch by number and by size; what is larger goes alone', async () => {
    const { ask, batches } = aLane({ atOnce: { requests: 3, size: 10 } });
    void ask('a');
    await settled();
    void ask('b', 'c', 'd', 'e', { name: 'f', size: 9 }, { name: 'g', size: 99 }, 'h');
    for (let n = 0; n < 5; n++) await batches[n]!.answer();
    expect(batches.map(({ names }) => names.join(''))).toEqual(['a', 'bcd', 'ef', 'g', 'h']);
  });

  it.each([
    ['as many requests as may', { requests: 2, size: 100 }, 1],
    ['as much as may', { requests: 100, size: 8 }, 4],
  ])('refuses, and takes nothing of it, when %s wait', async (_what, waiting, size) => {
    const { ask, batches } = aLane({ waiting });
    const taken = ask('a');
    await settled();
    taken.push(...ask({ name: 'b', size }, { name: 'c', size }));
    await expect(ask('d')[0]).rejects.toThrow(LogBusy);
    await batches[0]!.answer();
    taken.push(...ask('e'));
    await batches[1]!.answer();
    await batches[2]!.answer();
    expect(await Promise.all(taken)).toEqual(['a!', 'b!', 'c!', 'e!']);
  });

  it('fails those of a batch that failed, throws its session away and goes on with another', async () => {
    const { ask, batches, sessions } = aLane();
    const first = ask('a');
    await settled();
    const next = ask('b');
    const failed = expect(first[0]).rejects.toThrow('broken');
    await batches[0]!.answer(new Error('broken'));
    await failed;
    await batches[1]!.answer();
    expect(await next[0]).toBe('b!');
    expect(sessions.map(({ broken }) => broken)).toEqual([true, false]);
  });

  it('fails everybody who waits when there is no session to be had, and tries anew for the next', async () => {
    const { ask, batches, pool } = aLane();
    pool.refuses = new Error('no database');
    const asked = ask('a', 'b');
    for (const answer of asked) await expect(answer).rejects.toThrow('no database');
    pool.refuses = null;
    const [again] = ask('c');
    await settled();
    await batches[0]!.answer();
    expect(await again).toBe('c!');
  });

  it('keeps its session for those who ask again at once, and gives it back when nobody does', async () => {
    const { ask, batches, sessions, rested } = aLane();
    const again = ask('a')[0]!.then(() => ask('b')[0]);
    await settled();
    await batches[0]!.answer();
    expect([sessions.length, rested()]).toEqual([1, 0]);
    await batches[1]!.answer();
    await again;
    expect(sessions.map(({ broken }) => broken)).toEqual([false]);
    expect(rested()).toBe(1);
  });

  it('gives its session back after each batch while others wait for one', async () => {
    const { ask, batches, sessions, pool } = aLane();
    void ask('a');
    await settled();
    void ask('b');
    pool.waitingCount = 1;
    await batches[0]!.answer();
    await batches[1]!.answer();
    expect(sessions).toHaveLength(2);
  });
});
