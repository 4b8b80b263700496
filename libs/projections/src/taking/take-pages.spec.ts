import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import type { EventLog } from '#event-log';
import { gradingDistributionView as view } from '#views';
import { History, idOf, plannedFacts } from '#views/testing';
import { digestOf } from '../digest.js';
import { LogPages } from './log-pages.js';
import { MemoryViewStore } from '../memory/memory-view-store.js';
import { takePages } from './take-pages.js';
import { aLog, events, LAST, NORTHSHIRE } from '../testing/cycle-of-35-in-a-log.js';
import type { ViewStore } from '../view-store.js';

const authority = NORTHSHIRE;
const signal = new AbortController().signal;

/** A store of which some calls are answered otherwise. */
function watched(answers: Partial<ViewStore>): { store: ViewStore; memory: MemoryViewStore } {
  const memory = new MemoryViewStore();
  return { memory, store: Object.assign(Object.create(memory) as MemoryViewStore, answers) };
}

/** Takes the log up to its end and goes on to wait for more, which is then broken off. */
async function take(
  store: ViewStore,
  log: EventLog,
  batchSize: number,
  to: 'end' | 'never' = 'never',
): Promise<readonly bigint[]> {
  const positions: bigint[] = [];
  const generation = await store.open(view, authority);
  const pages = new LogPages(log, view, authority, batchSize);
  for await (const { position } of takePages({
    ...{ store, view, authority, generation, batchSize, pages, to, signal },
  })) {
    positions.push(position);
    if (position === LAST && to === 'never') break;
  }
  return positions;
}

describe('taking pages', () => {
  it.each([1, 7, 1000, 10_000])('in batches of %p events gives the same rows', async (batchSize) => {
    const log = await aLog();
    const store = new MemoryViewStore();
    expect((await take(store, log, batchSize)).at(-1)).toBe(LAST);
    const expected = new MemoryViewStore();
    await take(expected, log, 30, 'end');
    expect(await digestOf(store, view, authority)).toEqual(await digestOf(expected, view, authority));
  });

  it('folds the next batch while one is applied, and applies one after the other', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    let loads = 0;
    const applied: bigint[] = [];
    const { store, memory } = watched({
      load: async (...of) => {
        loads += 1;
        return memory.load(...of);
      },
      apply: async (batch) => {
        applied.push(batch.through);
        await held;
        return memory.apply(batch);
      },
    });
    const taking = take(store, await aLog(), 20);
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    expect({ loads, applied }).toEqual({ loads: 2, applied: [20n] });
    letGo();
    expect(await taking).toEqual([20n, 40n, 60n, 80n, 100n, 120n, LAST]);
  });

  it('reads a thousand events at once, and applies them in larger batches', async () => {
    const history = new History();
    for (let n = 0; n < 2500; n += 1) history.add('cycle', idOf('cycle', n), 'CyclePlanned', plannedFacts());
    const log = await aLog(history.events);
    const reads: number[] = [];
    const watchedLog: EventLog = Object.assign(Object.create(log) as EventLog, {
      readAll: async (...of: Parameters<EventLog['readAll']>) => {
        const page = await log.readAll(...of);
        reads.push(page.events.length);
        return page;
      },
    });
    expect(await take(new MemoryViewStore(), watchedLog, 2000, 'end')).toEqual([2000n, 2500n]);
    expect(reads).toEqual([1000, 1000, 500, 0]);
  });

  it('applies what it has when the log ends with a full page', async () => {
    const log = await aLog(events.slice(0, 40));
    const store = new MemoryViewStore();
    const generation = await store.open(view, authority);
    const pages = new LogPages(log, view, authority, 20);
    const taking = takePages({
      store,
      view,
      authority,
      generation,
      batchSize: 100,
      pages,
      to: 'never',
      signal,
    });
    expect(await taking.next()).toEqual({ done: false, value: { position: 40n, isLast: true } });
    await taking.return();
  });

  it('reads the rows of a stream once, while its events come one after the other', async () => {
    const asked: string[] = [];
    const { store, memory } = watched({
      load: async (...of) => {
        asked.push(...of[3].map(({ kind, id }) => `${kind}-${id}`));
        return memory.load(...of);
      },
    });
    await take(store, await aLog(), 20);
    const streams = new Set(events.map(({ stream }) => `${stream.kind}-${stream.id}`));
    expect(new Set(asked)).toEqual(streams);
    expect(asked.length).toBeLessThan(2 * streams.size);
  });

  it.each(['load', 'apply'] as const)(
    'ends with the error of %s, and leaves nothing at work',
    async (call) => {
      const following = { begun: 0, ended: 0 };
      const { store } = watched({
        [call]: async () => {
          // Meanwhile what is read ahead gets as far as it can.
          for (let turn = 0; turn < 50; turn += 1) await setImmediate();
          throw new Error('connection lost');
        },
      });
      const log = await aLog();
      const watchedLog: EventLog = Object.assign(Object.create(log) as EventLog, {
        follow: async function* (...of: Parameters<EventLog['follow']>) {
          following.begun += 1;
          yield* log.follow(...of);
          following.ended += 1;
        },
      });
      await expect(take(store, watchedLog, 1000)).rejects.toThrow('connection lost');
      const begun = call === 'apply' ? 1 : 0;
      expect(following).toEqual({ begun, ended: begun });
    },
  );

  it('brings an error of the reading in its turn, after what was read before is applied', async () => {
    const log = await aLog();
    const failing: EventLog = Object.assign(Object.create(log) as EventLog, {
      readAll: async (...of: Parameters<EventLog['readAll']>) => {
        if (of[1]?.after === 100n) throw new Error('the log is away');
        return log.readAll(...of);
      },
    });
    const store = new MemoryViewStore();
    await expect(take(store, failing, 50)).rejects.toThrow('the log is away');
    expect(await store.generations(view, authority)).toMatchObject({ live: { position: 100n } });
  });

  it('ends where somebody else has moved the rows on, and writes nothing more', async () => {
    const { store, memory } = watched({
      apply: async (batch) => {
        if (batch.after === 40n) await memory.apply(batch);
        return memory.apply(batch);
      },
    });
    expect(await take(store, await aLog(), 20)).toEqual([20n, 40n]);
    expect(await memory.generations(view, authority)).toMatchObject({ live: { position: 60n } });
  });
});
