import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { MemoryEventLog } from '#event-log';
import { anAuthority } from '#event-log/testing';
import { openDataSource } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { pause, Projections } from '#projections';
import { appendHistory } from '#projections/testing';
import { actionCompletion, cycleProgress, gradingDistribution, VIEWS } from '#views';
import { cycleOf35, finalisedFacts, gradedFacts, idOf, randomHistory, setFacts } from '#views/testing';
import { asAuthority } from './as-authority.js';
import { PostgresViewReader, PostgresViewStore, viewEntities, viewMigrations } from './index.js';

let database: TestDatabase;
let writing: DataSource;
let reading: DataSource;

beforeAll(async () => {
  database = await testDatabase(viewMigrations);
  const { connection } = database;
  const entities = [...viewEntities];
  writing = await openDataSource({ connection, role: 'touchstone_project', entities });
  reading = await openDataSource({ connection, role: 'touchstone_read', entities });
}, 60_000);

afterAll(async () => {
  await writing.destroy();
  await reading.destroy();
  await database.drop();
});

describe('views in PostgreSQL', () => {
  it('follow a log, answer, and give the same digest after a rebuild', async () => {
    const authority = anAuthority();
    const history = cycleOf35();
    const action = idOf('improvement-action', 1);
    history.add('improvement-action', action, 'ActionSet', setFacts({ due: '2021-05-04' }));
    // Decided in the very moment of the closing, which left this audit without a grade.
    history.add('case-audit', idOf('case-audit', 31), 'CaseGraded', gradedFacts('good'));
    history.add('case-audit', idOf('case-audit', 31), 'AuditFinalised', finalisedFacts('good'));
    const log = new MemoryEventLog(() => new Date('2021-06-01T12:00:00.000Z'));
    await appendHistory(log, authority, history.events, { text: 'Jo was seen at home' });
    const last = BigInt(history.events.length);

    const stopping = new AbortController();
    const reports: string[] = [];
    const projections = new Projections({
      ...{ log, store: new PostgresViewStore(writing), views: VIEWS, pause, pageSize: 30 },
      now: () => new Date(),
      report: (line) => reports.push(line),
    });
    const run = projections.run(stopping.signal);
    for (const { name } of VIEWS) {
      expect(await projections.waitForPosition(name, authority, last, 30_000)).toBe(true);
      const before = await projections.digest(name, authority);
      expect(await projections.rebuild(name, { authority })).toBe(true);
      expect(await projections.digest(name, authority)).toEqual(before);
    }

    const reader = new PostgresViewReader(reading);
    const cycle = idOf('cycle', 1);
    expect(await gradingDistribution(reader, { authority, cycle, stage: 'final' })).toMatchObject({
      total: 35,
      goodOrBetter: { n: 23, of: 30, percent: 76.7, interval95: [59.1, 88.2], boundsOfAll: [65.7, 80] },
      cycle: { id: cycle, status: 'closed' },
      position: last.toString(),
    });
    expect(await actionCompletion(reader, { authority, cycle, today: '2021-06-01' })).toMatchObject({
      set: 1,
      open: 1,
      overdue: 1,
    });
    expect(await cycleProgress(reader, { authority, cycle })).toMatchObject({ selected: 35 });
    stopping.abort();
    await run;
    expect(reports).toEqual([]);
  }, 60_000);

  it('have exactly the columns that the entities describe', async () => {
    const columns = await writing.query<
      Record<'path' | 'name' | 'type' | 'nullable' | 'collation', string>[]
    >(
      `select table_name as path, column_name as name, data_type as type, is_nullable as nullable,
              coalesce(collation_name, '') as collation
         from information_schema.columns where table_schema = 'touchstone'`,
    );
    for (const { tableName, columns: described } of writing.entityMetadatas) {
      const found = columns.filter(({ path }) => path === tableName);
      const line = (name: string, type: string, nullable: boolean): string =>
        `${name} ${type}${nullable ? '' : ' not null'}`;
      expect(found.map(({ name, type, nullable }) => line(name, type, nullable === 'YES')).sort()).toEqual(
        described.map((column) => line(column.databaseName, column.type as string, column.isNullable)).sort(),
      );
      for (const { type, collation } of found) expect(collation).toBe(type === 'text' ? 'C' : '');
    }
  });

  it('are described, all of them', async () => {
    const tables = await writing.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables
        where table_schema = 'touchstone' and table_name not in ('migration')`,
    );
    const described = writing.entityMetadatas.map(({ tableName }) => tableName);
    expect(tables.map(({ name }) => name).sort()).toEqual(described.sort());
  });

  it('hold nothing of the narrative in any column of any row, whatever happens', async () => {
    const narrative = `told-${randomUUID()}`;
    const types = new Set<string>();
    const random = fc.sample(randomHistory, { seed: 20210406, numRuns: 60 });
    const longest = random.sort((a, b) => b.length - a.length).slice(0, 8);
    for (const events of [cycleOf35().events, ...longest]) {
      const authority = anAuthority();
      const log = new MemoryEventLog(() => new Date('2021-06-01T12:00:00.000Z'));
      await appendHistory(log, authority, events, { rationale: narrative, evidence: narrative });
      const store = new PostgresViewStore(writing);
      const projections = new Projections({
        ...{ log, store, views: VIEWS, pause, now: () => new Date(), report: () => undefined },
      });
      for (const { name } of VIEWS) expect(await projections.rebuild(name, { authority })).toBe(true);
      for (const { type } of events) types.add(type);
      await asAuthority(reading, authority, async (manager) => {
        for (const { tablePath } of writing.entityMetadatas) {
          const told = `select row::text from ${tablePath} as row where row::text like '%' || $1 || '%'`;
          const rows = await manager.query<object[]>(told, [narrative]);
          expect({ tablePath, rows }).toEqual({ tablePath, rows: [] });
        }
      });
    }
    // Nearly everything that there is to tell.
    expect(types.size).toBeGreaterThan(15);
  }, 60_000);

  it('show no row to a session that names no authority or another one', async () => {
    const [ours, theirs] = [anAuthority(), anAuthority()];
    await new PostgresViewStore(writing).open(VIEWS[0]!, ours);
    const count = 'select count(*)::int as n from touchstone.view_checkpoint';
    const seenBy = (authority: string): Promise<unknown> =>
      asAuthority(reading, authority, (manager) => manager.query(count));
    expect(await reading.query(count)).toEqual([{ n: 0 }]);
    expect(await seenBy(theirs)).toEqual([{ n: 0 }]);
    expect(await seenBy(ours)).toEqual([{ n: 1 }]);
  });

  it('have row-level security forced on every table', async () => {
    const tables = await writing.query<{ name: string; forced: boolean }[]>(
      `select relname as name, relforcerowsecurity and relrowsecurity as forced from pg_class
        where relnamespace = 'touchstone'::regnamespace and relkind = 'r' and relname <> 'migration'`,
    );
    expect(tables.filter(({ forced }) => !forced)).toEqual([]);
    expect(tables.length).toBe(viewEntities.length);
  });

  it.each(['delete from', 'update', 'insert into'])('let readers read only: no %s', async (verb) => {
    const rest = { 'delete from': '', update: ' set position = 0', 'insert into': ' default values' }[verb];
    const statement = `${verb} touchstone.view_checkpoint${rest}`;
    const attempt = asAuthority(reading, anAuthority(), (manager) => manager.query(statement));
    await expect(attempt).rejects.toThrow(/permission denied/);
  });
});
