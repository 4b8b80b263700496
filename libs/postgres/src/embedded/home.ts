import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, PostgresProblem } from '../problem.js';
import { isRoot, type Account } from './account.js';
import { systemAccount } from './system-account.js';
import { canReach } from './can-reach.js';

/** Where a server keeps everything that is its own, and the account it runs under if that is not ours. */
export interface Home {
  readonly folder: string;
  readonly account: Account | undefined;
  /** The database cluster, made by initdb. */
  readonly cluster: string;
  readonly logFile: string;
}

/** In a data folder that the server's account cannot enter, this file names the folder where the server lives. */
const POINTER = 'postgres-lives-in';
/** In that folder, this file names the data folder it belongs to. */
const BACK_POINTER = 'belongs-to';
const OUTSIDE = '/var/lib/touchstone';

/**
 * Finds or makes the home of the server of `dataFolder`: the data folder itself. Only when we are root and the
 * server's account cannot enter it (it is below /root, say) the home is a new folder in /var/lib/touchstone.
 * An existing cluster is run by the account that owns it.
 */
export async function findHome(dataFolder: string): Promise<Home> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const folder = await realpath(dataFolder);
    const outside = await readIfThere(join(folder, POINTER));
    if (outside !== undefined) return await homeOutside(folder, outside);
    const owner = await ownerOf(join(folder, 'postgres'));
    if (!isRoot()) return ordinaryHome(folder, owner);
    const account = owner ?? (await systemAccount());
    if (await canReach(account, folder)) return home(folder, account);
    if (owner) throw unreachable(folder, owner);
    return await homeOutside(folder, await makeOutside(folder), account);
  } catch (error) {
    throw explained(error, dataFolder);
  }
}

function home(folder: string, account: Account | undefined): Home {
  return { folder, account, cluster: join(folder, 'postgres'), logFile: join(folder, 'postgres.log') };
}

function ordinaryHome(folder: string, owner: Account | undefined): Home {
  if (owner && owner.uid !== process.getuid?.()) throw otherAccount(folder);
  return home(folder, undefined);
}

/** Makes a folder outside and points to it; when two processes do so at once, the first pointer counts for both. */
async function makeOutside(folder: string): Promise<string> {
  const made = join(OUTSIDE, randomUUID());
  await mkdir(OUTSIDE, { recursive: true, mode: 0o711 });
  await mkdir(made, { mode: 0o711 });
  await writeFile(join(made, BACK_POINTER), folder);
  const draft = join(folder, `${POINTER}.${randomUUID()}`);
  await writeFile(draft, made);
  try {
    await link(draft, join(folder, POINTER));
    return made;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    await rm(made, { recursive: true });
    return await readFile(join(folder, POINTER), 'utf8');
  } finally {
    await rm(draft);
  }
}

async function homeOutside(folder: string, outside: string, account?: Account): Promise<Home> {
  if (!isRoot()) throw otherAccount(folder);
  const belongsTo = await readFile(join(outside, BACK_POINTER), 'utf8');
  if (belongsTo !== folder && (await readIfThere(join(belongsTo, POINTER))) === outside) {
    throw new PostgresProblem(
      'data-folder-in-use',
      `The data folder ${folder} is a copy of ${belongsTo}, and both name one database in ${outside}. ` +
        'A copied folder is not a copy of the database: use the original, or a new folder.',
    );
  }
  // The data folder was moved.
  if (belongsTo !== folder) await writeFile(join(outside, BACK_POINTER), folder);
  return home(outside, (await ownerOf(join(outside, 'postgres'))) ?? account ?? (await systemAccount()));
}

async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function otherAccount(folder: string): PostgresProblem {
  return new PostgresProblem(
    'other-account',
    `The data folder ${folder} was set up by another account. Start Touchstone as that account (or as root), ` +
      'or name another folder in TOUCHSTONE_DATA.',
  );
}

function unreachable(folder: string, { uid }: Account): PostgresProblem {
  return new PostgresProblem(
    'not-writable',
    `The database in ${folder} belongs to the account with the number ${uid}, which can no longer enter that folder. ` +
      'Let it (chmod o+x on the folder and those above it), then start again.',
  );
}

function explained(error: unknown, dataFolder: string): unknown {
  const code = errorCode(error);
  if (error instanceof PostgresProblem || code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataFolder, error);
  return new PostgresProblem(
    'not-writable',
    `The data folder ${dataFolder} cannot be used (${code}). Make it writable for this account, ` +
      'or name another folder in TOUCHSTONE_DATA.',
    { cause: error },
  );
}

/** The disk under the data folder has no room left. */
export function diskFull(folder: string, cause?: unknown): PostgresProblem {
  return new PostgresProblem(
    'disk-full',
    `The disk under ${folder} is full. Make room (a new database needs 100 MB), then start again; nothing is lost.`,
    { cause },
  );
}
