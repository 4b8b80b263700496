import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventLogMigrations } from '#event-log-postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { viewMigrations } from '#views-postgres';
import { layGround, type LaidGround } from './ground/ground.js';
import { undone } from './programmes/programme.js';
import { PROGRAMMES } from './programmes.js';

const SEED = Number(process.env['TOUCHSTONE_CHAOS_SEED'] ?? randomInt(1_000_000));

describe(`a sound installation under fire (TOUCHSTONE_CHAOS_SEED=${SEED})`, () => {
  let database: TestDatabase;
  let ground: LaidGround;

  beforeAll(async () => {
    database = await testDatabase([...eventLogMigrations, ...viewMigrations]);
    ground = await layGround(database.connection);
  });

  afterAll(async () => {
    await ground.close();
    await database.drop();
  });

  it.each(PROGRAMMES)('$name: $claim', async (programme) => {
    const outcome = await programme.run(ground, { seed: SEED, size: 'short' });
    expect([...outcome.findings, ...undone(outcome)]).toEqual([]);
  });
});
