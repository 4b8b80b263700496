import { readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../problem.js';
import type { Home } from './home.js';

/** What the first process of a server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  /** It has finished starting (and, after a crash, recovering). */
  readonly ready: boolean;
}

/**
 * The server that runs on this cluster, or undefined. A number that a killed server left in the file and that
 * another program has by now does not count: the process must be a PostgreSQL that was started on this cluster.
 */
export async function runningPostmaster(home: Home): Promise<Postmaster | undefined> {
  const file = await ifThere(readFile(join(home.cluster, 'postmaster.pid'), 'utf8'));
  const [pid = '', , , port = '', socketFolder = '', , , status = ''] = file.split('\n');
  if (!(await isServerOf(home, Number(pid)))) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder, ready: status.trim() === 'ready' };
}

/** Whether the process is the first process of a PostgreSQL server on this cluster. */
export async function isServerOf(home: Home, pid: number): Promise<boolean> {
  return (await clusterServedBy(pid)) === home.cluster;
}

/** The cluster that a process serves, if it is the first process of a PostgreSQL server and we may look at it. */
export async function clusterServedBy(pid: number): Promise<string | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const [program = '', option] = (await ifThere(readFile(`/proc/${pid}/cmdline`, 'utf8'))).split('\0');
  if (basename(program) !== 'postgres' || option !== '-D') return undefined;
  // A server lives in its cluster; unlike its arguments, this is still right when the folder was moved.
  return ifThere(readlink(`/proc/${pid}/cwd`));
}

async function ifThere(content: Promise<string>): Promise<string> {
  try {
    return await content;
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(errorCode(error) ?? '')) return '';
    throw error;
  }
}
