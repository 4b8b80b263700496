import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anAppend,
  anAuthority,
  aStream,
  blobStoreContract,
  consumerCheckpointsContract,
  eventLogContract,
} from '#event-log/testing';
import { inTransaction, openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { eventLogMigrations } from './migrations.js';
import { PostgresBlobStore } from './postgres-blob-store.js';
import { PostgresConsumerCheckpoints } from './postgres-consumer-checkpoints.js';
import { PostgresEventLog } from './postgres-event-log.js';

let database: TestDatabase;
let pools: Pool[];
let logs: PostgresEventLog[];

beforeAll(async () => {
  database = await testDatabase(eventLogMigrations);
  const { connection } = database;
  pools = [1, 2].map(() => openPool({ connection, role: 'touchstone_append', log: () => undefined }));
  logs = pools.map((pool) => new PostgresEventLog({ pool }));
});

afterAll(async () => {
  await Promise.all(logs.map((log) => log.close()));
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

eventLogContract('PostgreSQL', () => ({ log: logs[0]!, other: logs[1]! }));
blobStoreContract('PostgreSQL', () => new PostgresBlobStore(pools[0]!));
consumerCheckpointsContract('PostgreSQL', () => new PostgresConsumerCheckpoints(pools[0]!));

describe('the log in PostgreSQL', () => {
  it.each([
    'update event set type = type',
    'delete from event',
    'truncate event',
    'delete from authority',
    'update blob set bytes = bytes',
  ])('does not let the role that appends do: %s', async (statement) => {
    const authority = anAuthority();
    await logs[0]!.append(anAppend(aStream(authority)));
    await expect(inTransaction(pools[0]!, authority, (client) => client.query(statement))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('shows no event to a session that names no authority or another one', async () => {
    const [ours, theirs] = [anAuthority(), anAuthority()];
    await logs[0]!.append(anAppend(aStream(ours)));
    expect((await pools[0]!.query('select from event')).rowCount).toBe(0);
    const seenBy = async (authority: string): Promise<number | null> =>
      (await inTransaction(pools[0]!, authority, (client) => client.query('select from event'))).rowCount;
    expect(await seenBy(theirs)).toBe(0);
    expect(await seenBy(ours)).toBe(1);
  });

  it.each([
    ['touchstone_append', 'authority', ['INSERT', 'SELECT']],
    ['touchstone_append', 'event', ['INSERT', 'SELECT']],
    ['touchstone_append', 'blob', ['INSERT', 'SELECT']],
    ['touchstone_append', 'consumer_checkpoint', ['INSERT', 'SELECT', 'UPDATE']],
    ['touchstone_project', 'authority', ['SELECT']],
    ['touchstone_project', 'event', []],
    ['touchstone_project', 'blob', []],
    ['touchstone_project', 'consumer_checkpoint', []],
    ['touchstone_read', 'authority', []],
    ['touchstone_read', 'event', []],
    ['touchstone_read', 'blob', []],
    ['touchstone_read', 'consumer_checkpoint', []],
    ['public', 'authority', []],
    ['public', 'event', []],
    ['public', 'blob', []],
    ['public', 'consumer_checkpoint', []],
  ] as const)('lets %s do with the whole of the table %s no more than %j', async (role, table, rights) => {
    expect(await granted(role, `touchstone.${table}`)).toEqual(rights);
  });

  it('shows columns of events to the role that projects and to no other, and never narrative', async () => {
    const { rows } = await pools[0]!.query(
      `select attribute.attname as column, acl.grantee::regrole::text as role, acl.privilege_type as allowed
         from pg_attribute attribute, aclexplode(attribute.attacl) acl
        where attrelid = any ('{touchstone.authority,touchstone.event,touchstone.blob,touchstone.consumer_checkpoint}'::regclass[])
        order by attribute.attnum`,
    );
    const shown = [
      'authority',
      'position',
      'stream',
      'revision',
      'recorded_at',
      'kind',
      'type',
      'header',
      'facts',
    ];
    expect(rows).toEqual(shown.map((column) => ({ column, role: 'touchstone_project', allowed: 'SELECT' })));
  });

  it.each([
    ['touchstone_project', 'select narrative from event'],
    ['touchstone_project', 'select * from event'],
    ['touchstone_project', 'select bytes from blob'],
    ['touchstone_read', 'select position from event'],
    ['touchstone_read', 'select authority from authority'],
    ['touchstone_read', 'select bytes from blob'],
  ] as const)('refuses the role %s: %s', async (role, statement) => {
    const pool = openPool({ connection: database.connection, role, max: 1, log: () => undefined });
    try {
      await expect(inTransaction(pool, 'northshire', (client) => client.query(statement))).rejects.toThrow(
        /permission denied/,
      );
    } finally {
      await pool.end();
    }
  });

  it('shows the role that projects every event with its facts, and none of the words', async () => {
    const { connection } = database;
    const pool = openPool({ connection, role: 'touchstone_project', max: 2, log: () => undefined });
    const facts = new PostgresEventLog({ pool, reads: 'facts' });
    try {
      const authority = anAuthority();
      const stream = aStream(authority);
      await logs[0]!.append(anAppend(stream, { count: 3, event: { narrative: { evidence: 'Seen.' } } }));
      const whole = await logs[0]!.readStream(stream);
      expect(whole.map(({ narrativeBytes }) => narrativeBytes)).not.toContain(null);
      const bare = whole.map((event) => ({ ...event, narrativeBytes: null }));
      expect(await facts.readStream(stream)).toEqual(bare);
      expect(await facts.readAll(authority)).toEqual({ events: bare, through: 3n });
      expect(await facts.readAll(authority, { after: 3n })).toEqual({ events: [], through: 3n });
      const stop = new AbortController();
      for await (const { events } of facts.follow(authority, { signal: stop.signal })) {
        expect(events).toEqual(bare);
        stop.abort();
      }
    } finally {
      await facts.close();
      await pool.end();
    }
  });

  it('records no moment before that of the event before it, even when the clock went back', async () => {
    const authority = anAuthority();
    const stream = aStream(authority);
    await logs[0]!.append(anAppend(stream));
    const owner = openPool({ connection: database.connection, max: 1, log: () => undefined });
    // As if it had been appended under a clock that was a day ahead.
    await inTransaction(owner, authority, (client) =>
      client.query(
        `insert into event (authority, position, stream, revision, recorded_at, kind, type, header, facts)
         select authority, 2, stream, 1, recorded_at + interval '1 day', kind, type, header, facts from event`,
      ),
    );
    await owner.end();
    await logs[1]!.append(anAppend(aStream(authority)));
    const [first, ahead, next] = (await logs[0]!.readAll(authority)).events.map((event) => event.recordedAt);
    expect(Date.parse(ahead!) - Date.parse(first!)).toBe(24 * 60 * 60 * 1000);
    expect(next).toBe(ahead);
  });

  it('refuses what its queue cannot hold, and appends the same later', async () => {
    const waiting = { requests: 2, size: 1_000_000 };
    const log = new PostgresEventLog({
      pool: pools[0]!,
      limits: { atOnce: { requests: 100, size: 1_000_000 }, waiting },
    });
    const stream = aStream(anAuthority());
    const appends = Array.from({ length: 5 }, () => anAppend(stream));
    const answers = await Promise.allSettled(appends.map((append) => log.append(append)));
    const refused = answers.flatMap((answer, n) => (answer.status === 'rejected' ? [n] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const n of refused) {
      expect(answers[n]).toMatchObject({ reason: { code: 'LOG_BUSY' } });
      expect(await log.append(appends[n]!)).toMatchObject({ outcome: 'appended' });
    }
    expect(await log.readStream(stream)).toHaveLength(5);
    await log.close();
  });

  it('keeps appends to one stream in the order in which they were handed in', async () => {
    const stream = aStream(anAuthority());
    const expectations = ['none', 0n, 0n, 1n, 'exists', 'any', 'none', 4n] as const;
    const answers = await Promise.all(
      expectations.map((expectation) => logs[0]!.append(anAppend(stream, { expect: expectation }))),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      ...['appended', 'appended', 'conflict', 'appended', 'appended', 'appended', 'conflict', 'appended'],
    ]);
    expect(answers[2]).toEqual({ outcome: 'conflict', revision: 1n });
    expect(answers[6]).toEqual({ outcome: 'conflict', revision: 4n });
  });

  it('goes on following after its listening session was killed', async () => {
    const authority = anAuthority();
    const stop = new AbortController();
    const seen: bigint[] = [];
    await logs[0]!.append(anAppend(aStream(authority)));
    for await (const { events } of logs[0]!.follow(authority, { signal: stop.signal })) {
      seen.push(...events.map(({ position }) => position));
      if (seen.length === 1) {
        await pools[1]!.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen touchstone_log'",
        );
        await logs[1]!.append(anAppend(aStream(authority)));
      }
      if (seen.length === 2) stop.abort();
    }
    expect(seen).toEqual([1n, 2n]);
  });

  it('loses nothing in a database whose transactions would see no more than what was there when they began', async () => {
    const strict = await testDatabase(eventLogMigrations);
    const { connection } = strict;
    const owner = openPool({ connection, max: 1, log: () => undefined });
    await owner.query(
      `alter database ${connection.database} set default_transaction_isolation = 'repeatable read'`,
    );
    await owner.end();
    const two = [1, 2].map(() => openPool({ connection, role: 'touchstone_append', log: () => undefined }));
    const writers = two.map((pool) => new PostgresEventLog({ pool }));
    try {
      const stream = aStream(anAuthority());
      const answers = await Promise.all(
        writers.map(async (writer) => {
          const outcomes: string[] = [];
          for (let n = 0; n < 30; n++) outcomes.push((await writer.append(anAppend(stream))).outcome);
          return outcomes;
        }),
      );
      expect(answers.flat()).toEqual(Array.from({ length: 60 }, () => 'appended'));
      expect(await writers[0]!.readStream(stream)).toHaveLength(60);
    } finally {
      await Promise.all(writers.map((writer) => writer.close()));
      await Promise.all(two.map((pool) => pool.end()));
      await strict.drop();
    }
  });
});

/** What a role, or everybody, was granted on a table as a whole. */
async function granted(role: string, table: string): Promise<readonly string[]> {
  const { rows } = await pools[0]!.query<{ allowed: string }>(
    `select privilege_type as allowed from pg_class, aclexplode(relacl)
      where oid = $1::regclass and case when grantee = 0 then 'public' else grantee::regrole::text end = $2
      order by allowed`,
    [table, role],
  );
  return rows.map(({ allowed }) => allowed);
}
