import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode, PostgresProblem } from '../problem.js';
import type { Binaries } from './binaries.js';
import { diskFull, type Home } from './home.js';
import { run } from './run.js';

/** The superuser of an embedded server; used only to make the login and its database. */
export const SUPERUSER = 'postgres';

/**
 * Makes the database cluster if there is none. It is made beside its place and then renamed, so that a crash leaves
 * either none or a whole one; of several processes that make it at once, the first one's counts.
 */
export async function ensureCluster(home: Home, binaries: Binaries): Promise<void> {
  const version = await clusterVersion(home);
  if (version === undefined) {
    await removeUnfinished(home);
    await initialise(home, binaries);
  } else if (version !== binaries.majorVersion) {
    throw new PostgresProblem(
      'other-version',
      `The database in ${home.cluster} was made by PostgreSQL ${version}; this version of Touchstone brings ` +
        `PostgreSQL ${binaries.majorVersion}. Use the version of Touchstone that made it, or name another folder ` +
        'in TOUCHSTONE_DATA.',
    );
  }
}

async function clusterVersion(home: Home): Promise<string | undefined> {
  try {
    return (await readFile(join(home.cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function initialise(home: Home, binaries: Binaries): Promise<void> {
  const unfinished = `${home.cluster}.unfinished-${process.pid}-${randomUUID()}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    if (home.account) await chown(unfinished, home.account.uid, home.account.gid);
    const { succeeded, output } = await run(
      binaries.initdb,
      [
        ...[
          '-D',
          unfinished,
          '--username',
          SUPERUSER,
          '--auth',
          'trust',
          '--encoding',
          'UTF8',
          '--data-checksums',
        ],
        ...[
          '--locale',
          'C',
          '--locale-provider',
          'builtin',
          '--builtin-locale',
          'C.UTF-8',
          '--no-instructions',
        ],
      ],
      home.account,
    );
    if (!succeeded) throw initialiseProblem(home, output);
    await rename(unfinished, home.cluster);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) return;
    throw errorCode(error) === 'ENOSPC' ? diskFull(home.folder, error) : error;
  }
}

function initialiseProblem(home: Home, output: string): PostgresProblem {
  if (saysDiskFull(output)) return diskFull(home.folder);
  return new PostgresProblem(
    'cannot-start',
    `PostgreSQL could not make a database in ${home.cluster}: ${output.trim().split('\n').slice(-6).join(' ')}`,
  );
}

/** What a process left behind that was killed while it made a cluster. */
async function removeUnfinished(home: Home): Promise<void> {
  const prefix = `${basename(home.cluster)}.unfinished-`;
  for (const name of await readdir(home.folder)) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      await rm(join(home.folder, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether what PostgreSQL printed says that the disk is full. */
export function saysDiskFull(output: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(output);
}
