import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { isConnectionLoss } from './connection-loss.js';
import { openDataSource } from './data-source.js';
import { openPool } from './pool.js';
import { Session } from './session.js';
import { testDatabase, type TestDatabase } from './testing.js';

const withCode = (code: string): Error => Object.assign(new Error('something'), { code });
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('a connection loss', () => {
  let database: TestDatabase;
  let killer: Session;

  beforeAll(async () => {
    database = await testDatabase();
    killer = new Session(database.connection);
    await killer.connect();
  });

  afterAll(async () => {
    await killer.end();
    await database.drop();
  });

  const terminate = (pid: number | undefined): Promise<unknown> =>
    killer.query('select pg_terminate_backend($1, 5000)', [pid]);

  it.each([
    ...['ENOENT', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
    ...['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED'],
    ...['08001', '08006', '57P01', '57P02', '57P03'],
  ])('is known by the code %s', (code) => {
    expect(isConnectionLoss(withCode(code))).toBe(true);
  });

  it.each(['23505', '40001', '42P01', '53100', '57014', '42501', 'EACCES', 'ENOSPC'])(
    'is not what the code %s says',
    (code) => {
      expect(isConnectionLoss(withCode(code))).toBe(false);
    },
  );

  it('is not a refusal that speaks of one, nor a bug, nor what is no error', () => {
    const others = [
      new Error('relation "Connection terminated" does not exist'),
      new Error('Cannot use a pool after calling end on the pool'),
      ...[new TypeError('undefined'), 'text', null, undefined],
    ];
    expect(others.filter(isConnectionLoss)).toEqual([]);
  });

  it('is what a query fails with that is under way, and each one after it', async () => {
    const session = new Session(database.connection);
    await session.connect();
    const failing = failureOf(session.query('select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)'));
    const next = failureOf(session.query('select 1'));
    for (const failure of [await failing, await next, await failureOf(session.query('select 2'))])
      expect([failure, isConnectionLoss(failure)]).toEqual([expect.any(Error), true]);
  });

  it('is what a query on a session fails with that was ended', async () => {
    const session = new Session(database.connection);
    await session.connect();
    await session.end();
    expect(isConnectionLoss(await failureOf(session.query('select 1')))).toBe(true);
  });

  it('is what a pipelined query fails with that waits behind others', async () => {
    const pool = openPool({
      ...{ connection: database.connection, role: 'touchstone_append', max: 1, log: () => undefined },
    });
    const session = await pool.connect();
    const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
    const waiting = ['select pg_sleep(60)', 'select 1', 'select 2'].map((text) =>
      failureOf(session.query(text)),
    );
    await terminate(rows[0]?.pid);
    for (const failure of waiting) expect(isConnectionLoss(await failure)).toBe(true);
    session.release(true);
    await pool.end();
  });

  describe('in a transaction of TypeORM', () => {
    let source: DataSource;

    beforeAll(async () => {
      source = await openDataSource({ connection: database.connection, max: 1 });
    });

    afterAll(() => source.destroy());

    const pidOf = async (manager: EntityManager): Promise<number | undefined> =>
      (await manager.query<{ pid: number }[]>('select pg_backend_pid() as pid'))[0]?.pid;

    it('is what its next statement fails with', async () => {
      let told = (): void => undefined;
      const failure = await failureOf(
        source.transaction(async (manager) => {
          const session = (await manager.queryRunner!.connect()) as Session;
          const ended = new Promise<void>((resolve) => (told = resolve));
          session.once('end', () => told());
          await terminate(await pidOf(manager));
          await ended;
          await manager.query('select 1');
        }),
      );
      expect([String(failure), isConnectionLoss(failure)]).toEqual([
        expect.stringContaining('released'),
        true,
      ]);
    });

    it('is what the statement fails with that is under way', async () => {
      const failure = await failureOf(
        source.transaction(async (manager) => {
          const pid = await pidOf(manager);
          await Promise.all([manager.query('select pg_sleep(60)'), terminate(pid)]);
        }),
      );
      expect([failure, isConnectionLoss(failure)]).toEqual([expect.any(Error), true]);
    });
  });
});
