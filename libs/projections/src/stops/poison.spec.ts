import { describe, expect, it } from '@jest/globals';
import type { EventLog } from '#event-log';
import { gradingDistributionView, VIEWS, type View, type ViewEvent } from '#views';
import { leaseName } from '../leases/leases.js';
import { LeaseGround, MemoryLeases } from '../leases/memory-leases.js';
import { MemoryViewStore } from '../memory/memory-view-store.js';
import { appendHistory } from '../testing.js';
import { aLog, digests, events, LAST, NORTHSHIRE, WAIT } from '../testing/cycle-of-35-in-a-log.js';
import { running, until, type Running } from '../testing/running.js';

const view = gradingDistributionView;
const SOUTHSHIRE = 'southshire';
/** The event that nobody can take, and another one after it. */
const poison = events.find(({ type }) => type === 'CycleClosed')!;
const before = poison.position - 1n;

/** The view as a program has it: it refuses what it is told to. */
const refusing = (refuses: (event: ViewEvent) => boolean, version = view.version): View => ({
  ...view,
  version,
  tables: view.tables.map((table) => ({
    ...table,
    fold: (row, event) => {
      if (refuses(event)) throw new Error(`no word\nfor "${event.type}"\u0000`);
      return table.fold(row, event);
    },
  })),
});

const standing = async ({ projections }: Running, name = view.name, authority = NORTHSHIRE) =>
  (await projections.list()).find((one) => one.view === name && one.authority === authority)!;
const stopOf = async (of: Running) => (await standing(of)).stops[0];
const stopped = (of: Running) => until(async () => (await stopOf(of)) !== undefined);

describe('an event that a view cannot take', () => {
  it('stops this view of this authority right before it, and nothing else', async () => {
    const log = await aLog();
    await appendHistory(log, SOUTHSHIRE, events.slice(0, Number(before)));
    const process = running(log, new MemoryViewStore(), {
      views: [refusing(({ type }) => type === 'CycleClosed'), ...VIEWS.slice(1)],
    });
    await stopped(process);
    for (const { name } of VIEWS.slice(1))
      expect(await process.projections.waitForPosition(name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    expect(await process.projections.waitForPosition(view.name, SOUTHSHIRE, before, WAIT)).toBe(true);

    expect(await standing(process)).toMatchObject({
      live: { position: before },
      lag: LAST - before,
      error: null,
      stops: [
        {
          id: poison.id,
          type: 'CycleClosed',
          stream: `cycle-${poison.stream.id}`,
          revision: poison.revision,
          position: poison.position,
          error: 'no word for "CycleClosed"',
          since: '2021-07-01T00:00:00.000Z',
          attempts: 1,
          retryAsked: false,
        },
      ],
    });
    expect((await standing(process, view.name, SOUTHSHIRE)).stops).toEqual([]);
    expect(() => process.projections.assertMoving()).toThrow(
      /^grading-distribution of northshire: "views list"/,
    );
    expect(process.reports).toEqual([
      expect.stringMatching(
        /^View grading-distribution of northshire stands still until "views retry grading-distribution": .*CycleClosed/,
      ),
    ]);
    await process.stop();
  });

  it('is not tried again by itself, but by everything that is asked for, and by a process that begins', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    let tries = 0;
    const views = [refusing(({ id }) => id === poison.id && ++tries > 0)];
    const first = running(log, store, { views });
    await stopped(first);
    for (let looks = 0; looks < 200; looks += 1) expect((await stopOf(first))?.attempts).toBe(1);
    // A page with poison is folded twice: what comes before it counts.
    const once = tries;
    expect(await first.projections.retry(view.name, { timeout: WAIT })).toMatchObject([
      { authority: NORTHSHIRE, outcome: 'stopped', stop: { id: poison.id, attempts: 2, retryAsked: false } },
    ]);
    expect(tries).toBe(2 * once);
    await first.stop();
    const next = running(log, store, { views });
    await until(async () => (await stopOf(next))?.attempts === 3);
    await next.stop();
  });

  it('is taken after the fix, when another process asks for it, and forgotten', async () => {
    const log = await aLog();
    const [expected] = await digests(log, new MemoryViewStore());
    const store = new MemoryViewStore();
    const ground = new LeaseGround();
    let healed = false;
    const views = [refusing(({ id }) => !healed && id === poison.id)];
    const told: string[] = [];
    const server = running(log, store, {
      views,
      leases: new MemoryLeases(ground),
      // It looks up by itself only after longer than anybody has: what wakes it is the call.
      pause: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
      tell: (line) => told.push(line),
    });
    await until(async () => (await store.stops(view, NORTHSHIRE)).length > 0);
    const asking = running(log, store, { views, leases: new MemoryLeases(ground) });
    expect((await stopOf(asking))?.id).toBe(poison.id);

    healed = true;
    expect(await asking.projections.retry(view.name, { authority: NORTHSHIRE, timeout: WAIT })).toMatchObject(
      [{ authority: NORTHSHIRE, outcome: 'taken', stop: { id: poison.id, attempts: 1 } }],
    );
    expect(await asking.projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    expect(await stopOf(asking)).toBeUndefined();
    expect((await asking.projections.digest(view.name, NORTHSHIRE)).digest).toBe(expected);
    await until(() => told.length > 1);
    expect(told).toContain(`View ${view.name} of northshire goes on: it has taken the event ${poison.id}`);
    expect(await asking.projections.retry(view.name, { timeout: WAIT })).toEqual([]);
    await Promise.all([server.stop(), asking.stop()]);
  });

  it('is found after a call that nobody heard, because the store keeps what was asked', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    let healed = false;
    const process = running(log, store, { views: [refusing(({ id }) => !healed && id === poison.id)] });
    await stopped(process);
    healed = true;
    await store.askRetry(view, NORTHSHIRE, 1);
    expect(await process.projections.waitForPosition(view.name, NORTHSHIRE, LAST, WAIT)).toBe(true);
    expect(() => process.projections.assertMoving()).not.toThrow();
    await process.stop();
  });

  it('says that nobody has tried again where nobody follows the view', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const views = [refusing(({ id }) => id === poison.id)];
    const process = running(log, store, { views });
    await stopped(process);
    await process.stop();
    const ground = new LeaseGround();
    await new MemoryLeases(ground).take([leaseName(view, NORTHSHIRE, 'following')]);
    const bystander = running(log, store, { views, leases: new MemoryLeases(ground) });
    expect(await bystander.projections.retry(view.name, { timeout: 1 })).toMatchObject([
      { outcome: 'asked', stop: { attempts: 1 } },
    ]);
    expect(await stopOf(bystander)).toMatchObject({ retryAsked: true });
    await bystander.stop();
  });

  it('may be one that this program cannot read: those before it are taken', async () => {
    const log = await aLog();
    const garbled = Object.assign(Object.create(log) as EventLog, {
      readAll: async (...of: Parameters<EventLog['readAll']>) => {
        const { events: found, through } = await log.readAll(...of);
        return {
          through,
          events: found.map((event) =>
            event.header.id === poison.id ? { ...event, factsBytes: Buffer.from('{') } : event,
          ),
        };
      },
    });
    const process = running(garbled, new MemoryViewStore(), { views: [view] });
    await stopped(process);
    expect(await standing(process)).toMatchObject({
      live: { position: before },
      stops: [{ id: poison.id, stream: `cycle-${poison.stream.id}`, position: poison.position }],
    });
    await process.stop();
  });

  it('holds up a rebuild where it stands, while readers keep the old rows; the next one goes on from there', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    const [expected] = await digests(log, store);
    let healed = false;
    const process = running(log, store, { views: [refusing(({ id }) => !healed && id === poison.id)] });
    const attempt = process.projections.rebuild(view.name);
    await expect(attempt).rejects.toThrow(/cannot take the event .* \(CycleClosed, position \d+\)/);
    expect(await standing(process)).toMatchObject({
      live: { number: 1, position: LAST },
      building: { number: 2, position: before },
      stops: [{ generation: 2, id: poison.id }],
    });
    healed = true;
    // Whoever follows the live rows has nothing to try again, so nobody is asked and nothing is waited for.
    expect(await process.projections.retry(view.name, { timeout: WAIT })).toMatchObject([
      { authority: NORTHSHIRE, outcome: 'rebuild', stop: { generation: 2, attempts: 1, retryAsked: false } },
    ]);
    expect((await stopOf(process))?.retryAsked).toBe(false);
    expect(await process.projections.rebuild(view.name)).toBe(true);
    expect(await standing(process)).toMatchObject({ live: { number: 2 }, building: null, stops: [] });
    expect((await process.projections.digest(view.name, NORTHSHIRE)).digest).toBe(expected);
    await process.stop();
  });

  it('holds up the rebuild of no other authority', async () => {
    const log = await aLog();
    await appendHistory(log, SOUTHSHIRE, events.slice(0, Number(before)));
    const process = running(log, new MemoryViewStore(), { views: [refusing(({ id }) => id === poison.id)] });
    expect(await process.projections.waitForPosition(view.name, SOUTHSHIRE, before, WAIT)).toBe(true);
    await stopped(process);
    await expect(process.projections.rebuild(view.name)).rejects.toThrow('cannot take the event');
    expect(await standing(process, view.name, SOUTHSHIRE)).toMatchObject({
      live: { number: 2, position: before },
      building: null,
      stops: [],
    });
    await process.stop();
  });

  it('is left behind by a rebuild with a program that can take it', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    let healed = false;
    const process = running(log, store, { views: [refusing(({ id }) => !healed && id === poison.id)] });
    await stopped(process);
    healed = true;
    expect(await process.projections.rebuild(view.name)).toBe(true);
    expect(await standing(process)).toMatchObject({ live: { number: 2, position: LAST }, stops: [] });
    await process.stop();
  });

  it('stops the new rows of a newer version, and the old ones stay to be read', async () => {
    const log = await aLog();
    const store = new MemoryViewStore();
    await digests(log, store);
    let healed = false;
    const newer = refusing(({ id }) => !healed && id === poison.id, view.version + 1);
    const process = running(log, store, { views: [newer] });
    await stopped(process);
    expect(await standing(process)).toMatchObject({
      live: { version: view.version, position: LAST },
      building: { version: view.version + 1, position: before },
      stops: [{ generation: 2, version: view.version + 1 }],
    });
    healed = true;
    expect(await process.projections.retry(view.name, { timeout: WAIT })).toMatchObject([
      { outcome: 'taken' },
    ]);
    await until(async () => (await standing(process)).live?.version === view.version + 1);
    await process.stop();
  });
});
