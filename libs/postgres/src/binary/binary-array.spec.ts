import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool, type Pool } from '../pool.js';
import { testDatabase, type TestDatabase } from '../testing.js';
import { arrayParameter, binaryArray, type ArrayType } from './binary-array.js';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool({ connection: database.connection, log: () => undefined });
}, 60_000);

afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** What PostgreSQL understood, as JSON; its moments have an offset instead of Z. */
async function understood(type: ArrayType, values: readonly unknown[]): Promise<unknown> {
  const { rows } = await pool.query<{ got: unknown }>(`select to_json(${arrayParameter(type, 1)}) as got`, [
    binaryArray(type, values, (value) => value),
  ]);
  return rows[0]?.got;
}

describe('an array in binary form', () => {
  it.each<[ArrayType, readonly unknown[]]>([
    ['text', ['', 'a', 'O\'Brien {"x"},\\ \n', 'Zoë 👧', 'x'.repeat(100_000)]],
    ['integer', [0, -1, 2_147_483_647, -2_147_483_648]],
    ['double precision', [0, 0.1, -1.5e300, 35 / 2503]],
    ['boolean', [true, false]],
    ['date', ['2000-01-01', '1999-12-31', '2024-02-29', '1970-01-01']],
    ['uuid', ['0198c0de-0000-7000-8000-00000000abcd']],
    ['jsonb', [{ a: [1, 'ë', null], b: {} }, [], 'text', 7]],
  ])('of %s reaches PostgreSQL as it is, nulls included', async (type, values) => {
    expect(await understood(type, values)).toEqual(values);
    expect(await understood(type, [null, values[0], undefined])).toEqual([null, values[0], null]);
    expect(await understood(type, [])).toEqual([]);
  });

  it('of whole numbers of 64 bits keeps every digit, given as such or as text', async () => {
    const { rows } = await pool.query<{ got: string }>('select $1::bigint[]::text as got', [
      binaryArray('bigint', [9223372036854775807n, '-9223372036854775808', 0n], (value) => value),
    ]);
    expect(rows[0]?.got).toBe('{9223372036854775807,-9223372036854775808,0}');
  });

  it('of bytes keeps every one of them', async () => {
    const bytes = [Buffer.from([0, 255, 92, 39]), Buffer.alloc(0), Buffer.alloc(100_000, 7)];
    const { rows } = await pool.query<{ got: Buffer[] }>('select $1::bytea[] as got', [
      binaryArray('bytea', bytes, (value) => value),
    ]);
    expect(rows[0]?.got).toEqual(bytes);
  });

  it('of moments keeps the millisecond, before and after 2000', async () => {
    const moments = ['1999-12-31T23:59:59.999Z', '2021-04-01T09:00:00.001Z', '9999-12-31T23:59:59.999Z'];
    const { rows } = await pool.query<{ got: Date[] }>('select $1::timestamptz[] as got', [
      binaryArray('timestamp with time zone', moments, (value) => value),
    ]);
    expect(rows[0]?.got.map((moment) => moment.toISOString())).toEqual(moments);
  });

  it('of dates that there are not is refused by PostgreSQL', async () => {
    await expect(understood('date', ['2021-02-31'])).rejects.toThrow('out of range: "2021-02-31"');
  });

  it.each<[ArrayType, unknown, RegExp]>([
    ['timestamp with time zone', 'yesterday', /"yesterday" is no moment/],
    ['integer', 1.5, /1.5 is no whole number/],
    ['integer', 2_147_483_648, /out of range/],
    ['bigint', 9223372036854775808n, /out of range/],
  ])('of %s refuses %p', (type, value, problem) => {
    expect(() => binaryArray(type, [value], (one) => one)).toThrow(problem);
  });
});
