import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { anAuthority } from '#event-log/testing';
import { openDataSource } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { keepUp } from '#projections/testing';
import { gradingDistributionView as view, type StreamId } from '#views';
import { History, idOf, selectedFacts } from '#views/testing';
import { asAuthority } from './as-authority.js';
import { currentRows } from './current-rows.js';
import { PostgresViewStore, viewEntities, viewMigrations } from './index.js';
import { viewTable } from './tables/view-tables.js';

let database: TestDatabase;
let writing: DataSource;

beforeAll(async () => {
  database = await testDatabase(viewMigrations);
  const { connection } = database;
  writing = await openDataSource({ connection, role: 'touchstone_project', entities: [...viewEntities] });
}, 60_000);

afterAll(async () => {
  await writing.destroy();
  await database.drop();
});

/** How many rows this session has read in the table so far. */
async function rowsFetched(manager: EntityManager): Promise<number> {
  const counted = await manager.query<{ rows: number }[]>(
    `select (coalesce(idx_tup_fetch, 0) + seq_tup_read)::integer as rows
       from pg_stat_xact_user_tables where relid = 'touchstone.grading_audit'::regclass`,
  );
  return counted[0]?.rows ?? 0;
}

describe('the current rows of streams', () => {
  it('are found by the key, although there are no statistics of the table yet', async () => {
    const authority = anAuthority();
    const history = new History();
    const audits = Array.from({ length: 600 }, (_, n) => idOf('case-audit', n));
    audits.forEach((audit, n) => history.add('case-audit', audit, 'CaseSelected', selectedFacts(n)));
    await keepUp(new PostgresViewStore(writing), view, authority, history.events, { pageSize: 600 });

    const streams = audits.map((id): StreamId => ({ kind: 'case-audit', id }));
    const { rows, fetched } = await asAuthority(writing, authority, async (manager) => {
      const before = await rowsFetched(manager);
      const place = { authority, generation: 1 };
      const found = await currentRows(manager, viewTable('grading_audit'), place, streams);
      return { rows: found, fetched: (await rowsFetched(manager)) - before };
    });
    expect(rows.map(({ stream }) => stream)).toEqual(streams);
    expect(fetched).toBe(streams.length);
  });
});
