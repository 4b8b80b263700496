import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection.js';
import { isConnectionLoss } from '../connection-loss.js';
import { errorCode, PostgresProblem } from '../problem.js';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { findHome, type Home } from './home.js';
import { ensureLogin, DATABASE, LOGIN } from './login.js';
import { isServerOf, runningPostmaster, type Postmaster } from './postmaster.js';
import { startServer, type Durability } from './start.js';

export interface ReachOptions {
  readonly dataFolder: string;
  readonly log: (line: string) => void;
  readonly durability?: Durability;
}

/** A running server, with the login and its database in place. */
export interface Reached {
  readonly home: Home;
  readonly connection: Connection;
}

/** How long processes that outlived a killed server may take to end, and a ready server to answer. */
const PATIENCE_MS = 30_000;

/** Attaches to the server of the data folder, or starts it; several processes may do so at once. */
export async function reachServer({
  dataFolder,
  log,
  durability = 'lasting',
}: ReachOptions): Promise<Reached> {
  const home = await findHome(dataFolder);
  const binaries = await findBinaries(home.folder, home.account);
  await ensureCluster(home, binaries);
  let waitingSince: number | undefined;
  for (;;) {
    const running = await runningPostmaster(home);
    const connection = running && (await connectionTo(home, running));
    if (connection) return { home, connection };
    if (running || (await startServer(home, binaries, durability)) !== 'leftover-processes') continue;
    if (waitingSince === undefined) log('Waiting for processes of a killed PostgreSQL server to end.');
    waitingSince ??= performance.now();
    if (performance.now() - waitingSince > PATIENCE_MS) throw leftovers(home);
    await pause(100);
  }
}

/** The way into a running server once it answers; undefined when it has gone or is going. */
async function connectionTo(home: Home, postmaster: Postmaster): Promise<Connection | undefined> {
  const { socketFolder, port, pid } = postmaster;
  const connection = { host: socketFolder, port, database: DATABASE, user: LOGIN };
  const deadline = performance.now() + PATIENCE_MS;
  while (await isServerOf(home, pid)) {
    try {
      await ensureLogin(connection);
      return connection;
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      // 57P03: it is starting, recovering or stopping, and says so; any of them may take long.
      if (errorCode(error) !== '57P03' && performance.now() > deadline) throw unreachable(postmaster, error);
      await pause(20);
    }
  }
  return undefined;
}

function unreachable({ pid, socketFolder }: Postmaster, cause: unknown): PostgresProblem {
  return new PostgresProblem(
    'cannot-start',
    `PostgreSQL runs as process ${pid} but does not answer in ${socketFolder}. Stop it with "kill -INT ${pid}", ` +
      'then start again; nothing is lost.',
    { cause },
  );
}

function leftovers(home: Home): PostgresProblem {
  return new PostgresProblem(
    'leftover-processes',
    `Processes of a killed PostgreSQL server still use ${home.cluster}. They are named "postgres:" in the list of ` +
      'processes; wait for them or end them with kill -QUIT, then start again; nothing is lost.',
  );
}
