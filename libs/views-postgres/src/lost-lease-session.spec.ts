import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { Pool, PoolClient } from '#postgres';
import { PostgresLeases } from './postgres-leases.js';

/** A session of the driver, as far as leases use one. What is asked of it is answered until it is lost. */
class Session extends EventEmitter {
  private lost = false;

  constructor(private readonly asked: (session: Session, sql: string) => void) {
    super();
  }

  async query(
    sql: string,
    values: readonly (readonly string[])[] = [],
  ): Promise<{ rows: readonly object[] }> {
    if (this.lost) throw new Error('Client has encountered a connection error and is not queryable');
    this.asked(this, sql);
    return { rows: (values[0] ?? []).map((name) => ({ name, taken: true })) };
  }

  release(): void {}

  /** As the driver tells of it: nothing that is answered already is taken back. */
  lose(): void {
    this.lost = true;
    this.emit('error', new Error('Connection terminated unexpectedly'));
  }
}

/** A pool whose sessions are told of what they are asked, with their number from 0. */
function poolOf(asked: (session: Session, sql: string, number: number) => void): {
  readonly pool: Pool;
  readonly opened: () => number;
} {
  let opened = 0;
  const connect = async (): Promise<PoolClient> => {
    const number = opened++;
    return new Session((session, sql) => asked(session, sql, number)) as unknown as PoolClient;
  };
  return { pool: { connect } as unknown as Pool, opened: () => opened };
}

describe('leases of a session that is lost', () => {
  it('in the moment in which it was opened are asked of another one the next time', async () => {
    const { pool, opened } = poolOf((session, sql, number) => {
      // The answer is on its way, and the connection breaks before anybody has seen it.
      if (number === 0 && sql.includes('listen')) session.lose();
    });
    const leases = new PostgresLeases(pool);
    await expect(leases.take(['north/following'])).rejects.toThrow('connection error');
    expect(await leases.take(['north/following'])).toMatchObject([{ name: 'north/following' }]);
    expect(opened()).toBe(2);
  });

  it('in the moment in which they were granted are lost for whoever asked, and can be taken again', async () => {
    const { pool, opened } = poolOf((session, sql, number) => {
      if (number === 0 && sql.includes('pg_try_advisory_lock')) session.lose();
    });
    const leases = new PostgresLeases(pool);
    const [granted] = await leases.take(['north/following']);
    expect(granted?.lost.aborted).toBe(true);
    const [again] = await leases.take(['north/following']);
    expect(again?.lost.aborted).toBe(false);
    expect(opened()).toBe(2);
  });
});
