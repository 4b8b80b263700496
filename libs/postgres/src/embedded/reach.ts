import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection.js';
import { isConnectionLoss } from '../connection-loss.js';
import { PostgresProblem } from '../problem.js';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { findHome, type Home } from './home.js';
import { ensureLogin, DATABASE, LOGIN } from './login.js';
import { runningPostmaster, type Postmaster } from './postmaster.js';
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
    const connection = await connectionTo(home);
    if (connection) return { home, connection };
    if ((await startServer(home, binaries, durability)) !== 'leftover-processes') continue;
    if (waitingSince === undefined) log('Waiting for processes of a killed PostgreSQL server to end.');
    waitingSince ??= performance.now();
    if (performance.now() - waitingSince > PATIENCE_MS) throw leftovers(home);
    await pause(100);
  }
}

/** The way into the server that runs, once it answers; undefined when none runs, or it has gone meanwhile. */
async function connectionTo(home: Home): Promise<Connection | undefined> {
  let readySince: number | undefined;
  for (;;) {
    // Read anew each time: a server that starts says bit by bit where it listens. Recovery may take it long.
    const running = await runningPostmaster(home);
    if (!running) return undefined;
    if (running.ready) {
      readySince ??= performance.now();
      const connection = { host: running.socketFolder, port: running.port, database: DATABASE, user: LOGIN };
      try {
        await ensureLogin(connection);
        return connection;
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        if (performance.now() - readySince > PATIENCE_MS) throw unreachable(running, error);
      }
    }
    await pause(20);
  }
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
