import { statfs } from 'node:fs/promises';
import type { Finding } from '#command-line';
import type { Configuration } from '#platform';
import type { Installation } from '../installation/installation.js';
import { examineDatabase } from './database.js';
import { examineRecord } from './record.js';
import { examineViews } from './views.js';

const GIGABYTE = 1024 ** 3;
const LITTLE_SPACE = 2 * GIGABYTE;

/** Everything that must be right for the record to be safe, looked at once. Nothing is changed. */
export async function examine(
  installation: Installation,
  configuration: Configuration,
): Promise<readonly Finding[]> {
  return [
    { about: 'Node', state: 'sound', says: `${process.version} on ${process.platform} ${process.arch}` },
    ...(configuration.profile === 'embedded' ? [await space(configuration.dataFolder)] : []),
    ...(await examineDatabase(installation)),
    ...(await examineRecord(installation)),
    ...(await examineViews(installation)),
  ];
}

async function space(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const says = `${(free / GIGABYTE).toFixed(1)} GB free where the data is`;
  return free < LITTLE_SPACE
    ? { about: 'Disk', state: 'warning', says: `${says}; make room before it is full` }
    : { about: 'Disk', state: 'sound', says };
}
