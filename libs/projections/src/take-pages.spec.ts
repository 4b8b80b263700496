import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import type { EventLog, LogPage } from '#event-log';
import { gradingDistributionView as view, kindsOf } from '#views';
import { digestOf } from './digest.js';
import { MemoryViewStore } from './memory/memory-view-store.js';
import { takePages, type Taken } from './take-pages.js';
import { aLog, events, LAST, NORTHSHIRE } from './testing/cycle-of-35-in-a-log.js';
import type { ViewStore } from './view-store.js';

const authority = NORTHSHIRE;

/** What the log holds in pages of a size, and then nothing until the signal is aborted. */
const pagesOf =
  (log: EventLog, limit: number) =>
  (signal: AbortSignal): AsyncIterable<LogPage> =>
    log.follow(authority, { limit, filter: { kinds: kindsOf(view) }, signal });

/** A store of which the answers to some calls can be held back or be made to fail. */
function watched(answers: Partial<ViewStore>): { store: ViewStore; memory: MemoryViewStore } {
  const memory = new MemoryViewStore();
  return { memory, store: Object.assign(Object.create(memory) as MemoryViewStore, answers) };
}

async function take(
  store: ViewStore,
  pages: (signal: AbortSignal) => AsyncIterable<LogPage>,
): Promise<Taken[]> {
  const taken: Taken[] = [];
  const generation = await store.open(view, authority);
  for await (const one of takePages({ store, view, authority, generation, pages })) {
    taken.push(one);
    if (one.position === LAST) break;
  }
  return taken;
}

describe('taking pages', () => {
  it.each([1, 7, 1000, 10_000])('of %p events gives the same rows', async (limit) => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const taken = await take(store, pagesOf(log, limit));
    expect(taken.at(-1)).toMatchObject({ position: LAST });
    const expected = new MemoryViewStore();
    await take(expected, pagesOf(log, 30));
    expect(await digestOf(store, view, authority)).toEqual(await digestOf(expected, view, authority));
  });

  it('folds the next page while one is applied, and applies one after the other', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const loads: number[] = [];
    const applied: bigint[] = [];
    const { store, memory } = watched({
      load: async (...of) => {
        loads.push(of[3].length);
        return memory.load(...of);
      },
      apply: async (batch) => {
        applied.push(batch.through);
        await held;
        return memory.apply(batch);
      },
    });
    const taking = take(store, pagesOf(await aLog(), 20));
    while (loads.length < 2) await setImmediate();
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    expect({ loads: loads.length, applied }).toEqual({ loads: 2, applied: [20n] });
    letGo();
    expect((await taking).map(({ position }) => position)).toEqual([20n, 40n, 60n, 80n, 100n, 120n, LAST]);
  });

  it('reads the rows of a stream once, while its pages come one after the other', async () => {
    const asked: string[] = [];
    const { store, memory } = watched({
      load: async (...of) => {
        asked.push(...of[3].map(({ kind, id }) => `${kind}-${id}`));
        return memory.load(...of);
      },
    });
    await take(store, pagesOf(await aLog(), 20));
    const streams = new Set(events.map(({ stream }) => `${stream.kind}-${stream.id}`));
    expect(new Set(asked)).toEqual(streams);
    expect(asked.length).toBeLessThan(2 * streams.size);
  });

  it.each(['load', 'apply'] as const)(
    'ends with the error of %s and leaves nothing behind that runs',
    async (call) => {
      let calls = 0;
      let reading = 0;
      const { store, memory } = watched({
        [call]: async (...of: [never]) => {
          calls += 1;
          if (calls === 2) throw new Error('connection lost');
          return (memory[call] as (...of: [never]) => Promise<unknown>)(...of);
        },
      });
      const log = await aLog();
      const pages = async function* (signal: AbortSignal): AsyncIterable<LogPage> {
        reading += 1;
        try {
          yield* pagesOf(log, 20)(signal);
        } finally {
          reading -= 1;
        }
      };
      await expect(take(store, pages)).rejects.toThrow('connection lost');
      expect(reading).toBe(0);
    },
  );

  it('brings an error of the reading in its turn, after what was read before is applied', async () => {
    const log = await aLog();
    const pages = async function* (signal: AbortSignal): AsyncIterable<LogPage> {
      for await (const page of pagesOf(log, 50)(signal)) {
        yield page;
        if (page.through === 100n) throw new Error('the log is away');
      }
    };
    const store = new MemoryViewStore();
    await expect(take(store, pages)).rejects.toThrow('the log is away');
    expect(await store.generations(view, authority)).toMatchObject({ live: { position: 100n } });
  });

  it('ends where somebody else has moved the rows on, and writes nothing more', async () => {
    const log = await aLog();
    const { store, memory } = watched({
      apply: async (batch) => {
        if (batch.after === 40n) await memory.apply(batch);
        return memory.apply(batch);
      },
    });
    expect((await take(store, pagesOf(log, 20))).map(({ position }) => position)).toEqual([20n, 40n]);
    expect(await memory.generations(view, authority)).toMatchObject({ live: { position: 60n } });
  });
});
