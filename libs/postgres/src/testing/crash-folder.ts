import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clusterServedBy } from '../embedded/postmaster.js';
import { stopServer } from '../embedded/stop.js';

/** A data folder for one test, which a server's account can reach, and what is needed to look into it. */
export interface CrashFolder {
  readonly folder: string;
  readonly dataFolder: string;
  /** The first process of its server, by the lock file; undefined when that is gone. */
  postmaster(): Promise<number | undefined>;
  /** Stops a server that the test left running and removes everything. */
  remove(): Promise<void>;
}

/** Makes a folder with a data folder (not yet there) at `path` below it. */
export async function crashFolder(path = 'data'): Promise<CrashFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-crash-'));
  await chmod(folder, 0o711);
  const dataFolder = join(folder, path);
  const cluster = join(dataFolder, 'postgres');
  return {
    folder,
    dataFolder,
    async postmaster() {
      const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
      const pid = Number(file.split('\n')[0]);
      return (await clusterServedBy(pid)) === undefined ? undefined : pid;
    },
    async remove() {
      await stopServer({
        folder: dataFolder,
        account: undefined,
        cluster,
        logFile: join(dataFolder, 'postgres.log'),
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives a place the data folder of another one whose server is not running, with its owners. */
export async function copyDataFolder(from: CrashFolder, to: CrashFolder): Promise<void> {
  await promisify(execFile)('cp', ['-a', from.dataFolder, to.dataFolder]);
}
