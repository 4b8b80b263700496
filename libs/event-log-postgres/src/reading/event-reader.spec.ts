import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventFilter, LogPage } from '#event-log';
import { anAppend, anAuthority, aStream } from '#event-log/testing';
import { openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { eventLogMigrations } from '../migrations.js';
import { PostgresEventLog } from '../postgres-event-log.js';

const COMMON = 1995;
const RARE = 5;
const LIMIT = 10;
/** Far below the events that there are, and above what a page looks through before it turns to the index. */
const FEW = 100;

let database: TestDatabase;
let pool: Pool;
let log: PostgresEventLog;

beforeAll(async () => {
  database = await testDatabase(eventLogMigrations);
  // One session, so that what it has read can be asked of it.
  pool = openPool({
    ...{ connection: database.connection, role: 'touchstone_append', max: 1, log: () => undefined },
  });
  log = new PostgresEventLog({ pool });
});

afterAll(async () => {
  await log.close();
  await pool.end();
  await database.drop();
});

/** A page, and how many rows of events were read for it. */
async function counted(
  authority: string,
  filter: EventFilter,
): Promise<{ readonly page: LogPage; readonly rows: number }> {
  await pool.query('begin');
  const before = await rowsFetched();
  const page = await log.readAll(authority, { limit: LIMIT, filter });
  const rows = (await rowsFetched()) - before;
  await pool.query('commit');
  return { page, rows };
}

/** How many rows the transaction has read in the table so far. */
async function rowsFetched(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select (coalesce(idx_tup_fetch, 0) + seq_tup_read)::integer as count
       from pg_stat_xact_user_tables where relid = 'touchstone.event'::regclass`,
  );
  return rows[0]?.count ?? 0;
}

describe('a read with a filter that passes little', () => {
  const authority = anAuthority();

  beforeAll(async () => {
    const audit = aStream(authority);
    for (const count of Array.from({ length: COMMON / 105 }, () => 105))
      await log.append(anAppend(audit, { count, event: { type: 'SectionGraded' } }));
    await log.append(anAppend(aStream(authority, 'cycle'), { count: RARE, event: { type: 'CycleClosed' } }));
  });

  it.each([
    ['a type', { types: ['CycleClosed'] }],
    ['a kind of stream', { kinds: ['cycle'] }],
    ['both', { types: ['CycleClosed', 'CycleOpened'], kinds: ['cycle'] }],
  ] as const)(
    'by %s touches few rows, however many events come before what it finds',
    async (_by, filter) => {
      const { page, rows } = await counted(authority, filter);
      expect(page.events.map(({ position }) => position)).toEqual(
        Array.from({ length: RARE }, (_, n) => BigInt(COMMON + n + 1)),
      );
      expect(page.through).toBe(BigInt(COMMON + RARE));
      expect(rows).toBeGreaterThan(RARE);
      expect(rows).toBeLessThan(FEW);
    },
  );

  it('by what is nowhere touches few rows, too', async () => {
    const { page, rows } = await counted(authority, { types: ['CycleOpened'] });
    expect(page).toEqual({ events: [], through: BigInt(COMMON + RARE) });
    expect(rows).toBeLessThan(FEW);
  });
});
