import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { eventLogMigrations } from '#event-log-postgres';
import { Session } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { viewMigrations } from '#views-postgres';
import { DEFECTS } from './defects.js';
import { defectTable, programmeTable } from './chaos-tables.js';
import { layGround } from './ground/ground.js';
import type { Programme } from './programmes/programme.js';
import { PROGRAMMES } from './programmes.js';

const SEED = Number(process.env['TOUCHSTONE_CHAOS_SEED'] ?? randomInt(1_000_000));
/** What has not come after this many milliseconds will not come: nothing here takes a tenth of it. */
const PATIENCE = 2000;

/** That their sound twin gives no findings is what chaos.spec.ts shows. */
describe(`seeded defects (TOUCHSTONE_CHAOS_SEED=${SEED})`, () => {
  it.each(DEFECTS)('$name is found: $what', async ({ caughtBy, damage, spoil = {} }) => {
    const database = await testDatabase([...eventLogMigrations, ...viewMigrations]);
    if (damage !== undefined) await inSession(database, damage);
    const ground = await layGround(database.connection, { spoil, patience: PATIENCE });
    try {
      for (const [name, says] of Object.entries(caughtBy)) {
        const { findings } = await named(name).run(ground, { seed: SEED, size: 'short' });
        expect(findings).toContainEqual(expect.stringContaining(says));
      }
    } finally {
      await ground.close();
      await database.drop();
    }
  });

  it('stand in docs/chaos.md, each with the programmes that find it, and so do the programmes', async () => {
    const page = await readFile(new URL('../../docs/chaos.md', import.meta.url), 'utf8');
    for (const table of [programmeTable(), defectTable()]) expect(page).toContain(table);
  });
});

async function inSession(
  { connection }: TestDatabase,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const session = new Session(connection);
  await session.connect();
  await work(session);
  await session.end();
}

function named(name: string): Programme {
  const programme = PROGRAMMES.find((one) => one.name === name);
  if (programme === undefined) throw new Error(`There is no programme ${name}`);
  return programme;
}
