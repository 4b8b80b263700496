import { appendFile } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { attackAndLook, undisturbed } from './findings.js';

const SEED = Number(process.env['TOUCHSTONE_CHAOS_SEED'] ?? randomInt(1_000_000));
const PROGRAMMES = 25;
const KILLS = 8;
const CASES = 30;

let kills = 0;
let acknowledged = 0;
let sound = 0;

describe(`${PROGRAMMES * KILLS} kills (TOUCHSTONE_CHAOS_SEED=${SEED})`, () => {
  it.each(Array.from({ length: PROGRAMMES }, (_, n) => SEED + n))(
    'programme %d: nothing acknowledged is lost or doubled, and the views are the log',
    async (seed) => {
      const { run, lost, record, views } = await attackAndLook({
        seed,
        cases: CASES,
        kills: KILLS,
        atMost: 30,
      });
      kills += run.kills.length;
      acknowledged += run.acknowledged.length;
      expect(run.kills).toHaveLength(KILLS);
      expect(lost).toEqual([]);
      expect(record).toBe(await undisturbed(seed, CASES));
      for (const { view, attacked, rebuilt } of views) expect([view, attacked]).toEqual([view, rebuilt]);
      sound += 1;
    },
    300_000,
  );
});

afterAll(async () => {
  const today = new Date().toISOString().slice(0, 10);
  const line = `| ${today} | ${SEED} | ${sound} of ${PROGRAMMES} | ${kills} | ${acknowledged.toLocaleString('en-GB')} |`;
  await appendFile(new URL('../../docs/soak.md', import.meta.url), `${line}\n`);
});
