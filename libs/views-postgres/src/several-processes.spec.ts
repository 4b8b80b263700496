import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventLog, type EventLog } from '#event-log';
import { anAuthority } from '#event-log/testing';
import { openDataSource, openPool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { pause, Projections } from '#projections';
import { appendHistory } from '#projections/testing';
import { gradingDistributionView as view, type View } from '#views';
import { cycleOf35 } from '#views/testing';
import { PostgresLeases, PostgresViewStore, viewEntities, viewMigrations } from './index.js';

const WAIT = 30_000;
const { events } = cycleOf35();
const LAST = BigInt(events.length);

let database: TestDatabase;
let ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await testDatabase(viewMigrations);
}, 60_000);

afterEach(async () => {
  await Promise.all(ends.map((end) => end()));
  ends = [];
});

afterAll(() => database.drop());

interface Process {
  readonly projections: Projections;
  readonly reports: readonly string[];
  end(): Promise<void>;
}

/** Projections with sessions of their own, as a process has them. */
async function aProcess(log: EventLog, views: readonly View[], waits = pause): Promise<Process> {
  const { connection } = database;
  const role = 'touchstone_project';
  const pool = openPool({ connection, role, log: () => undefined });
  const source = await openDataSource({ connection, role, entities: [...viewEntities] });
  const leases = new PostgresLeases(pool);
  const stopping = new AbortController();
  const reports: string[] = [];
  const projections = new Projections({
    ...{ log, leases, views, pause: waits, pageSize: 20, discoverEvery: 20 },
    store: new PostgresViewStore(source),
    now: () => new Date('2021-07-01T00:00:00.000Z'),
    report: (line) => reports.push(line),
  });
  const run = projections.run(stopping.signal);
  const end = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await run;
    await leases.close();
    await Promise.all([pool.end(), source.destroy()]);
  };
  ends.push(end);
  return { projections, reports, end };
}

/** Ends every session that holds a lease, as a restart of the server does. */
async function cutOff(): Promise<void> {
  const administrator = openPool({ connection: database.connection, log: () => undefined });
  await administrator.query(
    `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
      where locktype = 'advisory' and datname = current_database()`,
  );
  await administrator.end();
}

async function aLog(authority: string, first: number): Promise<EventLog> {
  const log = new MemoryEventLog(() => new Date('2021-06-01T12:00:00.000Z'));
  await appendHistory(log, authority, events.slice(0, first));
  return log;
}

const level = (process: Process, authority: string, position = LAST): Promise<boolean> =>
  process.projections.waitForPosition(view.name, authority, position, WAIT);

const standing = async ({ projections }: Process) => (await projections.list())[0]!;

describe('processes on one PostgreSQL', () => {
  it(
    'take over from each other, when one ends and when sessions are cut off',
    async () => {
      const authority = anAuthority();
      const log = await aLog(authority, 60);
      const one = await aProcess(log, [view]);
      expect(await level(one, authority, 60n)).toBe(true);
      const other = await aProcess(log, [view]);
      await one.end();
      await appendHistory(log, authority, events.slice(60, 100));
      expect(await level(other, authority, 100n)).toBe(true);
      await cutOff();
      await appendHistory(log, authority, events.slice(100));
      expect(await level(other, authority)).toBe(true);
      expect([...one.reports, ...other.reports]).toEqual([]);
    },
    WAIT,
  );

  it(
    'show in one what another stopped at, and try again when asked there',
    async () => {
      const authority = anAuthority();
      const log = await aLog(authority, events.length);
      let healed = false;
      const poisoned: View = {
        ...view,
        tables: view.tables.map((table) => ({
          ...table,
          fold: (row, event) => {
            if (!healed && event.type === 'CycleClosed') throw new Error('no word for it\u0000');
            return table.fold(row, event);
          },
        })),
      };
      // It never looks up by itself: only a call from outside wakes it.
      const asleep: typeof pause = (_, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
      const server = await aProcess(log, [poisoned], asleep);
      const asking = await aProcess(log, [poisoned]);
      while ((await standing(asking)).stops.length === 0) await setImmediate();
      const closed = events.find(({ type }) => type === 'CycleClosed')!;
      expect(await standing(asking)).toMatchObject({
        live: { position: closed.position - 1n },
        stops: [{ id: closed.id, position: closed.position, error: 'no word for it', attempts: 1 }],
      });
      const retry = () => asking.projections.retry(view.name, { authority, timeout: WAIT });
      expect(await retry()).toMatchObject([{ outcome: 'stopped', stop: { attempts: 2, retryAsked: false } }]);
      healed = true;
      expect(await retry()).toMatchObject([{ outcome: 'taken' }]);
      expect(await level(asking, authority)).toBe(true);
      expect((await standing(asking)).stops).toEqual([]);
      expect(asking.reports).toEqual([]);
      expect(server.reports).toHaveLength(2);
    },
    WAIT,
  );

  it(
    'of two versions leave the rows of the other alone: the newer switches, the older stands aside',
    async () => {
      const authority = anAuthority();
      const log = await aLog(authority, events.length);
      const older = await aProcess(log, [view]);
      expect(await level(older, authority)).toBe(true);
      const { digest } = await older.projections.digest(view.name, authority);
      const newer = await aProcess(log, [{ ...view, version: view.version + 1 }]);
      while ((await standing(newer)).live?.version === view.version) await setImmediate();
      await expect(older.projections.rebuild(view.name)).rejects.toThrow('Run the newer program');
      expect(await standing(older)).toMatchObject({ standsAside: true, building: null });
      expect(await newer.projections.digest(view.name, authority)).toMatchObject({ digest, position: LAST });
    },
    WAIT,
  );
});
