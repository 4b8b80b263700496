import { eventLogMigrations } from '#event-log-postgres';
import { EmbeddedServer, migrate, Session } from '#postgres';
import { viewMigrations } from '#views-postgres';
import { rewriteFunction } from '../defects/rewrite.js';
import { layGround } from '../ground/ground.js';
import type { Outcome, Programme } from './programme.js';
import { killPostgres } from '../fire/strike.js';
import { withDataFolder } from '../ground/with-data-folder.js';
import { LOST, writeUnderFire } from './under-fire.js';

const BATTLE = { writers: 8, commands: 40, strikes: 2, atMost: 60 };

/**
 * PostgreSQL acknowledges before it has written, and is killed with all of its processes. What it had not yet written, 0 to 600 ms
 * of work (three times wal_writer_delay), is gone, and has to be missed.
 */
export const canary: Programme = {
  name: 'canary',
  claim:
    'With synchronous_commit off, a killed PostgreSQL loses what it acknowledged, and under-fire says so.',
  run: (_ground, { seed }) =>
    withDataFolder(async (dataFolder) => {
      const { findings, did } = await underFireLosably(dataFolder, seed);
      const noticed = findings.some((finding) => finding.includes(LOST));
      return { findings: noticed ? [] : ['losses were not noticed', ...findings], did };
    }),
};

async function underFireLosably(dataFolder: string, seed: number): Promise<Outcome> {
  const server = await EmbeddedServer.open({ dataFolder, log: () => undefined });
  const { connection } = server;
  try {
    await migrate(connection, [...eventLogMigrations, ...viewMigrations]);
    const session = new Session(connection);
    await session.connect();
    await makeAppendsLosable(session);
    await session.end();
    const ground = await layGround(connection);
    try {
      return await writeUnderFire({ ...ground, strikes: [killPostgres(connection)] }, { seed, ...BATTLE });
    } finally {
      await ground.close();
    }
  } finally {
    await server.close();
  }
}

/** Sessions that append insist on synchronous_commit, so append_events itself is made to do without. `session` is the owner's. */
const makeAppendsLosable = (session: Session): Promise<void> =>
  rewriteFunction(
    session,
    'append_events',
    /^begin$/m,
    "begin\n  perform set_config('synchronous_commit', 'off', true);",
  );
