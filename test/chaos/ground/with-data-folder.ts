import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inUse = new Set<string>();

/** A data folder that is not there yet, and will not be there any more afterwards. */
export async function withDataFolder<T>(work: (dataFolder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-chaos-'));
  inUse.add(folder);
  try {
    // For root, the server runs under another account, which has to get in.
    await chmod(folder, 0o755);
    return await work(join(folder, 'data'));
  } finally {
    await rm(folder, { recursive: true, force: true });
    inUse.delete(folder);
  }
}

/** Ends the servers of all data folders that are in use and removes them, for a process that has to stop now. */
export async function abandonDataFolders(): Promise<void> {
  for (const folder of inUse) {
    const lock = await readFile(join(folder, 'data/postgres/postmaster.pid'), 'utf8').catch(() => '');
    const postmaster = Number(lock.split('\n')[0]);
    if (postmaster > 0) process.kill(postmaster, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}
