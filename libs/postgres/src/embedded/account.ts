import { readFile } from 'node:fs/promises';
import { PostgresProblem } from '../problem.js';

/** The account that the server's processes run under, when it is not our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Asked first, in this order, because nothing else of the machine should be theirs. */
const PREFERRED = ['postgres', 'nobody'];

/** Whether this process is root, under which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * For root: the account to run PostgreSQL under; `postgres` if the machine has it, else `nobody`, else the first of
 * /etc/passwd that can be taken.
 */
export async function systemAccount(): Promise<Account> {
  for (const account of candidates(await readFile('/etc/passwd', 'utf8'))) {
    if ((await run('/bin/sh', ['-c', 'exit 0'], account)).succeeded) return account;
  }
  throw new PostgresProblem(
    'no-account',
    'PostgreSQL refuses to run as root, and no other account of this machine can be taken. ' +
      'Start Touchstone as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/** The accounts of a passwd file that are not root, those we prefer first. */
export function candidates(passwd: string): Account[] {
  const accounts = passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) && uid !== '0'
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });
  const preferred = PREFERRED.flatMap((name) => accounts.filter((account) => account.name === name));
  return [...new Set([...preferred, ...accounts])].map(({ uid, gid }) => ({ uid, gid }));
}
