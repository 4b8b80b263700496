import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { attackAndLook, undisturbed } from './findings.js';

const SEED = Number(process.env['TOUCHSTONE_CHAOS_SEED'] ?? randomInt(1_000_000));

describe(`kill -9 at any moment (TOUCHSTONE_CHAOS_SEED=${SEED})`, () => {
  it('of the process, of PostgreSQL or of both loses nothing that was acknowledged and doubles nothing', async () => {
    const cases = 20;
    const { run, lost, record, views } = await attackAndLook({ seed: SEED, cases, kills: 5, atMost: 30 });

    expect(run.kills).toHaveLength(5);
    expect(lost).toEqual([]);
    expect(record).toBe(await undisturbed(SEED, cases));
    for (const { view, attacked, rebuilt } of views) expect([view, attacked]).toEqual([view, rebuilt]);
  }, 180_000);

  it('is noticed by this test when a server acknowledges before it has written', async () => {
    const { run, lost } = await attackAndLook({
      seed: SEED,
      cases: 20,
      kills: 5,
      atMost: 30,
      targets: ['both'],
      durability: 'losable',
    });
    expect(run.kills).toHaveLength(5);
    expect(lost.length).toBeGreaterThan(0);
  }, 180_000);
});
