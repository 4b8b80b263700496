import { describe, expect, it } from '@jest/globals';
import type { EventLog } from '#event-log';
import { gradingDistributionView as view } from '#views';
import { MemoryViewStore } from '../memory/memory-view-store.js';
import { aLog, LAST, NORTHSHIRE, WAIT } from '../testing/cycle-of-35-in-a-log.js';
import { running, until } from '../testing/running.js';
import type { ViewStore } from '../view-store.js';

/** Pages that were read of a log, however the reader reads them. */
async function readingNoted(): Promise<{ readonly log: EventLog; readonly read: () => number }> {
  const log = await aLog();
  let read = 0;
  const noted: EventLog = Object.assign(Object.create(log) as EventLog, {
    readAll: async (...of: Parameters<EventLog['readAll']>) => {
      const page = await log.readAll(...of);
      read += 1;
      return page;
    },
    follow: async function* (...of: Parameters<EventLog['follow']>) {
      for await (const page of log.follow(...of)) {
        read += 1;
        yield page;
      }
    },
  });
  return { log: noted, read: () => read };
}

describe('a follower', () => {
  it('holds no more of the log than the page that is written and the two that are made ready behind it', async () => {
    const { log, read } = await readingNoted();
    const store = new MemoryViewStore();
    const writing = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const slow: ViewStore = Object.assign(Object.create(store) as MemoryViewStore, {
      apply: async (...of: Parameters<ViewStore['apply']>) => {
        writing.resolve();
        await go.promise;
        return store.apply(...of);
      },
    });
    const { projections, stop } = running(log, slow, { views: [view] });
    await writing.promise;
    let turns = 0;
    await until(() => ++turns > 100);
    expect(read()).toBeLessThanOrEqual(3);
    go.resolve();
    expect(await projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    expect(read()).toBeGreaterThan(10);
    await stop();
  });

  it('tells how a long way goes, and its pace is seen while it is on it', async () => {
    const log = await aLog();
    const told: string[] = [];
    let clock = Date.parse('2021-07-01T00:00:00.000Z');
    const { projections, stop } = running(log, new MemoryViewStore(), {
      views: [view],
      pageSize: 5,
      now: () => new Date((clock += 1000)),
      tell: (line) => told.push(line),
    });
    await projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT);
    await until(() => told.some((line) => line.includes('level')));
    expect(told[0]).toMatch(
      /^View grading-distribution of northshire is at 5 of 128, \d+ a second, \d+ s left$/,
    );
    expect(told.at(-1)).toBe('View grading-distribution of northshire is level with the log, at 128');
    expect((await projections.list())[0]).toMatchObject({ lag: 0n, pace: null });
    await stop();
  });

  it('has a pace while it is behind', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    let clock = 0;
    let applied = 0;
    const go = Promise.withResolvers<void>();
    const slow: ViewStore = Object.assign(Object.create(store) as MemoryViewStore, {
      apply: async (...of: Parameters<ViewStore['apply']>) => {
        if (++applied === 3) await go.promise;
        return store.apply(...of);
      },
    });
    const { projections, stop } = running(log, slow, {
      views: [view],
      now: () => new Date((clock += 1000)),
    });
    await until(() => applied === 3);
    expect((await projections.list())[0]).toMatchObject({
      live: { position: 20n },
      lag: LAST - 20n,
      pace: { perSecond: expect.any(Number), secondsLeft: expect.any(Number) },
    });
    go.resolve();
    await stop();
  });
});
