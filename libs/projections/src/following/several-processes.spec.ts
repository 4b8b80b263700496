import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { gradingDistributionView as view, VIEWS, type View } from '#views';
import { LeaseGround, MemoryLeases } from '../leases/memory-leases.js';
import { MemoryViewStore } from '../memory/memory-view-store.js';
import { appendHistory } from '../testing.js';
import { aLog, digests, events, LAST, NORTHSHIRE, WAIT } from '../testing/cycle-of-35-in-a-log.js';
import { running, until, type Running } from '../testing/running.js';
import type { Batch, ViewStore } from '../view-store.js';

/** A store that notes what one process writes to it. */
const watched = (store: MemoryViewStore, batches: Batch[]): ViewStore =>
  Object.assign(Object.create(store) as MemoryViewStore, {
    apply: (batch: Batch) => {
      batches.push(batch);
      return store.apply(batch);
    },
  });

const newer: View = { ...view, version: view.version + 1 };

const turns = async (n: number): Promise<void> => {
  for (let turn = 0; turn < n; turn += 1) await setImmediate();
};

const standing = async ({ projections }: Running) => (await projections.list())[0]!;

describe('of several processes', () => {
  it('one at a time does the work, and another takes over when it is gone', async () => {
    const log = await aLog(events.slice(0, 60));
    const store = new MemoryViewStore();
    const ground = new LeaseGround();
    const [ours, theirs] = [new MemoryLeases(ground), new MemoryLeases(ground)];
    const written: [Batch[], Batch[]] = [[], []];
    const one = running(log, watched(store, written[0]), { leases: ours });
    for (const { name } of VIEWS) await one.projections.waitForPosition(name, NORTHSHIRE, 60n, WAIT);
    const other = running(log, watched(store, written[1]), { leases: theirs });
    await turns(50);
    expect(written[1]).toEqual([]);
    expect(await other.projections.waitForPosition(view.name, NORTHSHIRE, 60n, WAIT)).toBe(true);

    const mine = written[0].length;
    ours.lose();
    // A process that was killed asks for nothing any more.
    const stopped = one.stop();
    await appendHistory(log, NORTHSHIRE, events.slice(60));
    for (const { name } of VIEWS)
      expect(await other.projections.waitForPosition(name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    await stopped;
    expect(written[0]).toHaveLength(mine);
    expect(written[1].length).toBeGreaterThan(0);
    expect(new Set(written[1].map(({ after }) => after >= 60n))).toEqual(new Set([true]));
    await other.stop();
  });

  it('one that lost its lease looks again where the rows are, also when nothing new comes', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const leases = new MemoryLeases();
    const before = new MemoryViewStore();
    const early = running(await aLog(events.slice(0, 50)), before, { views: [view] });
    await early.projections.waitForPosition(view.name, NORTHSHIRE, 50n, WAIT);
    await early.stop();
    let inUse: ViewStore = store;
    // What the server forgets in a crash: it comes back with the rows and the checkpoint of some commits ago.
    const forgetful = new Proxy(store, {
      get: (_, property) => {
        const member: unknown = Reflect.get(inUse, property);
        return typeof member === 'function' ? (member.bind(inUse) as unknown) : member;
      },
    });
    const process = running(log, forgetful, { views: [view], leases });
    await process.projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT);
    inUse = before;
    leases.lose();
    expect(await process.projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    const [expected] = await digests(log, new MemoryViewStore());
    expect((await process.projections.digest(view.name, NORTHSHIRE)).digest).toBe(expected);
    await process.stop();
  });

  it('one rebuilds a view beside another that follows it', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const [expected] = await digests(log, store);
    const ground = new LeaseGround();
    const server = running(log, store, { views: [view], leases: new MemoryLeases(ground) });
    const rebuilding = running(log, store, { views: [view], leases: new MemoryLeases(ground) });
    expect(await rebuilding.projections.rebuild(view.name)).toBe(true);
    await appendHistory(log, NORTHSHIRE, []);
    expect(await standing(server)).toMatchObject({
      live: { number: 2, position: LAST },
      building: null,
      error: null,
    });
    expect((await server.projections.digest(view.name, NORTHSHIRE)).digest).toBe(expected);
    expect([...server.reports, ...rebuilding.reports]).toEqual([]);
    await Promise.all([server.stop(), rebuilding.stop()]);
  });

  it('the second that is asked to rebuild waits for the first, shows how far it is, and goes on when it is gone', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const [expected] = await digests(log, store);
    const ground = new LeaseGround();
    const leases = new MemoryLeases(ground);
    const first = running(log, store, { views: [view], leases });
    const second = running(log, store, { views: [view], leases: new MemoryLeases(ground) });
    const ending = new AbortController();
    const seen: bigint[] = [];
    let waiting: Promise<boolean> | undefined;
    const begun = await first.projections.rebuild(view.name, {
      signal: ending.signal,
      onProgress: ({ position }) => {
        waiting ??= second.projections.rebuild(view.name, {
          onProgress: (other) => seen.push(other.position),
        });
        if (position >= 60n) ending.abort();
      },
    });
    expect(begun).toBe(false);
    expect(await waiting).toBe(true);
    expect(await standing(second)).toMatchObject({ live: { number: 2, position: LAST }, building: null });
    expect(seen.at(-1)).toBe(LAST);
    expect((await second.projections.digest(view.name, NORTHSHIRE)).digest).toBe(expected);
    await Promise.all([first.stop(), second.stop()]);
  });
});

describe('of two programs with different versions of a view', () => {
  it('the newer makes its rows beside, and the older stands aside after the switch', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const ground = new LeaseGround();
    const written: [Batch[], Batch[]] = [[], []];
    const older = running(log, watched(store, written[0]), {
      views: [view],
      leases: new MemoryLeases(ground),
    });
    await older.projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT);
    const upgraded = running(log, watched(store, written[1]), {
      views: [newer],
      leases: new MemoryLeases(ground),
    });
    await until(async () => (await standing(upgraded)).live?.version === newer.version);
    await appendHistory(log, 'southshire', events.slice(0, 3));
    await until(async () => (await standing(older)).standsAside);
    await turns(100);
    expect(await standing(upgraded)).toMatchObject({
      live: { number: 2, version: newer.version },
      building: null,
      standsAside: false,
      error: null,
    });
    expect(written[0].every(({ generation }) => generation === 1)).toBe(true);
    expect(written[1].filter(({ authority }) => authority === NORTHSHIRE).length).toBeGreaterThan(0);
    await Promise.all([older.stop(), upgraded.stop()]);
  });

  it('the older says once that it stands aside, and neither rebuilds nor begins anything', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const ground = new LeaseGround();
    const upgraded = running(log, store, { views: [newer], leases: new MemoryLeases(ground) });
    await upgraded.projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT);
    const older = running(log, store, { views: [view], leases: new MemoryLeases(ground) });
    await until(() => older.reports.length > 0);
    await turns(100);
    expect(older.reports).toEqual([
      expect.stringMatching(/stands aside: .* made by its version 2; this program knows version 1/),
    ]);
    expect(await standing(older)).toMatchObject({ standsAside: true, error: null, building: null });
    await expect(older.projections.rebuild(view.name)).rejects.toThrow(/Run the newer program/);
    expect(await standing(upgraded)).toMatchObject({ live: { number: 1, version: 2 }, building: null });

    await upgraded.stop();
    expect(await older.projections.rebuild(view.name)).toBe(true);
    expect(await standing(older)).toMatchObject({ live: { number: 2, version: 1 } });
    await until(async () => !(await standing(older)).standsAside);
    await older.stop();
  });

  it('the older gives up its rebuild to the newer, which takes nothing over from it', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    await digests(log, store);
    const ground = new LeaseGround();
    let upgraded: Running | undefined;
    const interrupted: ViewStore = Object.assign(Object.create(store) as MemoryViewStore, {
      apply: async (batch: Batch) => {
        upgraded ??= running(log, store, { views: [newer], leases: new MemoryLeases(ground) });
        await until(
          async () => (await store.generations(view, NORTHSHIRE)).building?.version !== view.version,
        );
        return store.apply(batch);
      },
    });
    const older = running(log, interrupted, { views: [view], leases: new MemoryLeases(ground) });
    const rebuilt = older.projections.rebuild(view.name);
    await expect(rebuilt).rejects.toThrow(/made by its version 2/);
    await until(async () => (await standing(upgraded!)).live?.version === newer.version);
    expect((await standing(upgraded!)).live?.position).toBe(LAST);
    await Promise.all([older.stop(), upgraded!.stop()]);
  });
});
