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

/** A lane with one request on its way, and what it takes for another batch to be held back: as much as one more. */
async function aBusyLane(limits: Partial<Limits> = {}) {
  const lane = aLane(limits);
  const answers = lane.ask('a');
  await settled();
  answers.push(...lane.ask('b'));
  return { ...lane, answers, sent: () => lane.batches.map(({ names }) => names.join('')) };
}

describe('a lane', () => {
  it('has two batches on their way, and sends together what gathers meanwhile; each gets its own answer', async () => {
    const { ask, batches, sent, answers } = await aBusyLane();
    answers.push(...ask('c', 'd', 'e'));
    expect(sent()).toEqual(['a', 'b']);
    for (let n = 0; n < 3; n++) await batches[n]!.answer();
    expect(sent()).toEqual(['a', 'b', 'cde']);
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!']);
  });

  it('sends as soon as as much waits as is on its way', async () => {
    const { ask, batches, sent } = await aBusyLane();
    void ask('c', 'd', 'e', 'f');
    await batches[0]!.answer();
    expect(sent()).toEqual(['a', 'b', 'cdef']);
    await batches[1]!.answer();
    void ask('g', 'h', 'i');
    expect(sent()).toHaveLength(3);
    void ask('j');
    expect(sent()).toEqual(['a', 'b', 'cdef', 'ghij']);
  });

  it('sends the next batch before those of the last one hear of it', async () => {
    const { ask, batches, answers } = await aBusyLane();
    void ask('c');
    const known = answers[0]!.then(() => batches.length);
    await batches[0]!.answer();
    expect(await known).toBe(3);
  });

  it('splits those who ask again at once in two halves, so that one is made while the other is on its way', async () => {
    const { ask, batches, sent } = await aBusyLane();
    const others = ask('c', 'd', 'e', 'f');
    void Promise.all(others).then(() => ask('g', 'h', 'i', 'j'));
    for (let n = 0; n < 3; n++) await batches[n]!.answer();
    expect(sent()).toEqual(['a', 'b', 'cdef', 'gh', 'ij']);
  });

  it('sends what there is when no more than that comes', async () => {
    const { ask, batches, sent } = await aBusyLane();
    const others = ask('c', 'd', 'e', 'f');
    void Promise.all(others).then(() => ask('g'));
    for (let n = 0; n < 3; n++) await batches[n]!.answer();
    expect(sent()).toEqual(['a', 'b', 'cdef', 'g']);
  });

  it('keeps what has the same key for the next batch, and whatever came after it', async () => {
    const { ask, batches, sent } = await aBusyLane();
    void ask({ name: 'c', key: 'x' }, 'd', { name: 'e', key: 'x' }, 'f');
    for (let n = 0; n < 4; n++) await batches[n]!.answer();
    expect(sent()).toEqual(['a', 'b', 'cd', 'ef']);
  });

  it('limits a batch by number and by size; what is larger goes alone', async () => {
    const { ask, batches, sent } = await aBusyLane({ atOnce: { requests: 3, size: 10 } });
    void ask('c', 'd', 'e', 'f', { name: 'g', size: 9 }, { name: 'h', size: 99 }, 'i');
    for (let n = 0; n < 6; n++) await batches[n]!.answer();
    expect(sent()).toEqual(['a', 'b', 'cde', 'fg', 'h', 'i']);
  });

  it.each([
    ['as many requests as may', { requests: 2, size: 100 }, 1],
    ['as much as may', { requests: 100, size: 8 }, 4],
  ])('refuses, and takes nothing of it, when %s wait', async (_what, waiting, size) => {
    const { ask, batches, answers } = await aBusyLane({ waiting });
    answers.push(...ask({ name: 'c', size }, { name: 'd', size }));
    await expect(ask('e')[0]).rejects.toThrow(LogBusy);
    await batches[0]!.answer();
    answers.push(...ask('f'));
    for (let n = 1; n < 4; n++) await batches[n]!.answer();
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'f!']);
  });

  it('fails those of a batch that failed, throws its session away when it is back and goes on with another', async () => {
    const { ask, batches, sessions, answers, sent } = await aBusyLane();
    const [next] = ask('c');
    const failed = expect(answers[0]).rejects.toThrow('broken');
    await batches[0]!.answer(new Error('broken'));
    await failed;
    expect(sent()).toEqual(['a', 'b']);
    await batches[1]!.answer();
    expect(await answers[1]).toBe('b!');
    await batches[2]!.answer();
    expect(await next).toBe('c!');
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
    expect(rested()).toBeGreaterThan(0);
  });

  it('gives its session back while others wait for one, also when there is always more to send', async () => {
    const { ask, batches, sessions, pool } = await aBusyLane();
    void ask('c');
    pool.waitingCount = 1;
    await batches[0]!.answer();
    expect(batches).toHaveLength(2);
    await batches[1]!.answer();
    await batches[2]!.answer();
    expect(sessions).toHaveLength(2);
  });
});
