import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, PostgresProblem } from '../problem.js';
import type { Home } from './home.js';

/** Linux takes 107 bytes for the path of a unix socket. */
const LONGEST = 107;
export const PORT = 5432;

/**
 * The folder of the server's socket, which only the server's account and root can enter: that is why logins need no
 * password. It is in the home or, where that path is too long for a socket, in /tmp under a name worked out from it.
 */
export async function socketFolder(home: Home): Promise<string> {
  const near = join(home.folder, 'socket');
  const name = createHash('sha256').update(home.folder).digest('hex').slice(0, 16);
  const folder = fits(near) ? near : `/tmp/touchstone-${name}`;
  const owner = home.account ?? { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
  try {
    await mkdir(folder, { mode: 0o700 });
    await chown(folder, owner.uid, owner.gid);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const found = await lstat(folder);
  if (!found.isDirectory() || ![owner.uid, 0].includes(found.uid) || (found.mode & 0o077) !== 0) {
    throw new PostgresProblem(
      'socket-taken',
      `${folder} should be the private folder of the database's socket, but it belongs to somebody else or is open ` +
        'to others. Remove it, or name a data folder with a shorter path in TOUCHSTONE_DATA.',
    );
  }
  // Another process of root may have made the folder and not yet given it away.
  if (found.uid !== owner.uid) await chown(folder, owner.uid, owner.gid);
  return folder;
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= LONGEST;
}
