import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, PostgresProblem } from '../problem.js';
import type { Binaries } from './binaries.js';
import { saysDiskFull } from './cluster.js';
import { diskFull, type Home } from './home.js';
import { clusterServedBy, runningPostmaster } from './postmaster.js';
import { ENVIRONMENT } from './run.js';
import { PORT, socketFolder } from './socket-folder.js';

/** `lasting` for every record; `fast-and-losable` for the throw-away databases of tests. */
export type Durability = 'lasting' | 'fast-and-losable';

/** How an attempt to start ended. All but `started` mean: look again, then perhaps try again. */
export type StartOutcome = 'started' | 'another-was-first' | 'stale-lock-removed' | 'leftover-processes';

const DURABILITY: Record<Durability, readonly string[]> = {
  lasting: ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on'],
  'fast-and-losable': ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'],
};

/** A server that is starting makes its lock file and fills it in the next moment. */
const YOUNG_MS = 5_000;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Starts the server once and waits until it takes connections; after a crash that includes its recovery.
 * It is a session of its own: neither Ctrl-C in our terminal nor our end reaches it.
 */
export async function startServer(
  home: Home,
  binaries: Binaries,
  durability: Durability,
): Promise<StartOutcome> {
  const sockets = await socketFolder(home);
  const settings = [
    'listen_addresses=',
    `port=${PORT}`,
    `unix_socket_directories="${sockets.replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
    ...DURABILITY[durability],
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
  ];
  const printed = await launch(home, binaries, settings);
  if (printed === undefined) return 'started';
  return refusal(home, sockets, printed);
}

/** Undefined as soon as the server is ready; what it printed when it ended before. */
async function launch(
  home: Home,
  binaries: Binaries,
  settings: readonly string[],
): Promise<string | undefined> {
  const log = await openLog(home.logFile);
  const args = ['-D', home.cluster, ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn(binaries.postgres, args, {
    ...home.account,
    cwd: '/',
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log.file.fd, log.file.fd],
  });
  let ended = false;
  const end = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  }).then(() => (ended = true));
  child.unref();
  await log.file.close();
  while (!ended) {
    const running = await runningPostmaster(home);
    if (running?.pid === child.pid && running?.ready) return undefined;
    await Promise.race([end, pause(10)]);
  }
  return (await readFile(home.logFile)).subarray(log.start).toString();
}

async function openLog(path: string): Promise<{ file: Awaited<ReturnType<typeof open>>; start: number }> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`);
  return { file: await open(path, 'a', 0o600), start: size > LOG_LIMIT_BYTES ? 0 : size };
}

async function refusal(home: Home, sockets: string, printed: string): Promise<StartOutcome> {
  const lock = /lock file "([^"]+)"(?: already exists| is empty|: )/.exec(printed)?.[1];
  if (lock !== undefined) {
    return examineLock(
      home,
      lock === 'postmaster.pid' ? join(home.cluster, lock) : join(sockets, `.s.PGSQL.${PORT}.lock`),
    );
  }
  if (/pre-existing shared memory block/.test(printed)) return 'leftover-processes';
  if (saysDiskFull(printed) || (await isFull(home.folder))) throw diskFull(home.folder);
  throw new PostgresProblem(
    'cannot-start',
    `PostgreSQL does not start: ${printed.trim().split('\n').slice(-4).join(' ')} (all of it is in ${home.logFile})`,
  );
}

/** On a full disk PostgreSQL cannot even write down why it stopped. */
async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < 1_000_000;
}

/**
 * PostgreSQL takes a lock file for valid whenever a process of that number lives, whatever it is. The file is removed
 * only when that process is no PostgreSQL server at all (after a crash its number was given to another program), or
 * when it has stayed empty (the machine lost its power).
 */
async function examineLock(home: Home, lock: string): Promise<StartOutcome> {
  const found = await lockFile(lock);
  if (!found || (found.pid === 0 && found.ageMs < YOUNG_MS)) return 'another-was-first';
  const cluster = await clusterServedBy(found.pid);
  if (cluster === home.cluster) return 'another-was-first';
  if (cluster) {
    throw new PostgresProblem(
      'socket-taken',
      `The socket of ${lock} is used by process ${found.pid}, the server of another database, in ${cluster}. ` +
        'Stop that server, or name another folder in TOUCHSTONE_DATA.',
    );
  }
  await removeExactly(lock, found.content);
  return 'stale-lock-removed';
}

async function lockFile(path: string): Promise<{ content: string; pid: number; ageMs: number } | undefined> {
  try {
    const content = await readFile(path, 'utf8');
    const pid = Number(content.split('\n')[0]);
    return { content, pid: Number.isInteger(pid) ? pid : 0, ageMs: Date.now() - (await stat(path)).mtimeMs };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes the file that was examined, and puts it back if a server replaced it in the meantime. */
async function removeExactly(path: string, content: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== content) await link(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
  await rm(aside, { force: true });
}
