import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { EventLog } from '#event-log';
import { gradingDistribution, gradingDistributionView, VIEWS } from '#views';
import { History, idOf, plannedFacts } from '#views/testing';
import { digestOf } from '../digest.js';
import { MemoryLeases } from '../leases/memory-leases.js';
import { MemoryViewStore } from '../memory/memory-view-store.js';
import { rebuildAuthority } from './rebuild-authority.js';
import { keepUp } from '../testing.js';
import { aLog, digests, events, LAST, NORTHSHIRE } from '../testing/cycle-of-35-in-a-log.js';
import { failingStore } from '../testing/failing-store.js';
import { running } from '../testing/running.js';
import type { ViewStore } from '../view-store.js';

const DISTRIBUTION = gradingDistributionView.name;

/** A process that never waits, and that no other one keeps out. */
const alone = () => ({ leases: new MemoryLeases(), now: () => new Date(0), pause: () => setImmediate() });

describe('a rebuild', () => {
  it('shows its progress, is ended by its signal and goes on from there', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const [before] = await digests(log, store);
    const { projections, stop } = running(log, store, { views: VIEWS, pageSize: 20 });
    const ending = new AbortController();
    const positions: bigint[] = [];
    const onProgress = ({ position, head }: { position: bigint; head: bigint }): void => {
      expect(head).toBe(LAST);
      positions.push(position);
      if (position >= 60n) ending.abort();
    };
    expect(await projections.rebuild(DISTRIBUTION, { onProgress, signal: ending.signal })).toBe(false);
    expect(positions).toEqual([20n, 40n, 60n]);
    expect(await store.generations(gradingDistributionView, NORTHSHIRE)).toMatchObject({
      live: { number: 1, position: LAST },
      building: { number: 2, position: 60n },
    });

    expect(await projections.rebuild(DISTRIBUTION, { onProgress })).toBe(true);
    expect(positions.slice(3)).toEqual([80n, 100n, 120n, 128n]);
    expect(await projections.digest(DISTRIBUTION, NORTHSHIRE)).toMatchObject({ digest: before });
    expect(await store.generations(gradingDistributionView, NORTHSHIRE)).toMatchObject({
      live: { number: 2 },
      building: null,
    });
    await stop();
  });

  it('gives the same rows when it breaks down anywhere and is begun again', async () => {
    const log = await aLog(events.slice(0, 50));
    const [before] = await digests(log, new MemoryViewStore());
    for (const when of ['before', 'after'] as const) {
      for (let broken = 1, calls = Infinity; calls >= broken; broken += 1) {
        const store = new MemoryViewStore();
        await digests(log, store);
        calls = 0;
        const failing = failingStore(store, () => (++calls === broken ? when : 'not'));
        const rebuild = (through: ViewStore): Promise<boolean> =>
          rebuildAuthority(
            { ...alone(), log, store: through, pageSize: 20 },
            gradingDistributionView,
            NORTHSHIRE,
          );
        await rebuild(failing).catch(() => undefined);
        await rebuild(store);
        const { live, building } = await store.generations(gradingDistributionView, NORTHSHIRE);
        expect({ live, building }).toMatchObject({ live: { position: 50n }, building: null });
        expect(live?.number).toBeGreaterThan(1);
        expect((await digestOf(store, gradingDistributionView, NORTHSHIRE)).digest).toBe(before);
      }
    }
  });

  it('uses nothing of what an older version of the view, or a log that was set back, has begun', async () => {
    const store = new MemoryViewStore();
    const newer = { ...gradingDistributionView, version: 2 };
    const [before] = await digests(await aLog(), store);
    const elsewhere = new History();
    for (let n = 100; n < 120; n += 1)
      elsewhere.add('cycle', idOf('cycle', n), 'CyclePlanned', plannedFacts());
    const begin = async (): Promise<void> => {
      const generation = await store.build(gradingDistributionView, NORTHSHIRE);
      await keepUp(store, gradingDistributionView, NORTHSHIRE, elsewhere.events, { generation });
    };
    await begin();
    await rebuildAuthority({ ...alone(), log: await aLog(), store, pageSize: 20 }, newer, NORTHSHIRE);
    expect((await digestOf(store, newer, NORTHSHIRE)).digest).toBe(before);
    await begin();
    // The twenty events of that beginning are more than this log has.
    const short = await aLog(events.slice(0, 10));
    await rebuildAuthority(
      { ...alone(), log: short, store, pageSize: 20 },
      gradingDistributionView,
      NORTHSHIRE,
    );
    const [expected] = await digests(short, new MemoryViewStore());
    expect((await digestOf(store, gradingDistributionView, NORTHSHIRE)).digest).toBe(expected);
  });

  it('holds little of the log at once, however much a follower may: it reads 250 events and applies 1000', async () => {
    const history = new History();
    for (let n = 0; n < 1700; n += 1) history.add('cycle', idOf('cycle', n), 'CyclePlanned', plannedFacts());
    const log = await aLog(history.events);
    const read: number[] = [];
    const watched: EventLog = Object.assign(Object.create(log) as EventLog, {
      readAll: async (...of: Parameters<EventLog['readAll']>) => {
        const page = await log.readAll(...of);
        read.push(page.events.length);
        return page;
      },
    });
    const applied: bigint[] = [];
    await rebuildAuthority(
      {
        ...{ ...alone(), log: watched, store: new MemoryViewStore(), pageSize: 10_000 },
        onProgress: ({ position }) => applied.push(position),
      },
      gradingDistributionView,
      NORTHSHIRE,
    );
    expect(Math.max(...read)).toBe(250);
    expect(applied).toEqual([1000n, 1700n]);
  });

  it('is done once when two do it together', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const [before] = await digests(log, store);
    const rebuild = { ...alone(), log, store, pageSize: 5 };
    const both = [1, 2].map(() => rebuildAuthority(rebuild, gradingDistributionView, NORTHSHIRE));
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(await store.generations(gradingDistributionView, NORTHSHIRE)).toMatchObject({
      live: { number: 2 },
      building: null,
    });
    expect((await digestOf(store, gradingDistributionView, NORTHSHIRE)).digest).toBe(before);
  });

  it('never shows a reader anything but the whole', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    await digests(log, store);
    const { projections, stop } = running(log, store, { pageSize: 5 });
    const query = { authority: NORTHSHIRE, cycle: idOf('cycle', 1), stage: 'final' } as const;
    const seen = new Set<string>();
    const look = async (): Promise<void> =>
      void seen.add(JSON.stringify(await gradingDistribution(store, query)));
    let looks = Promise.resolve();
    const onProgress = (): void => void (looks = looks.then(look));
    await projections.rebuild(DISTRIBUTION, { onProgress });
    await looks;
    await look();
    expect(seen.size).toBe(1);
    await stop();
  });
});
