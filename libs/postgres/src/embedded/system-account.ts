import { readFile } from 'node:fs/promises';
import { PostgresProblem } from '../problem.js';
import { candidates, type Account } from './account.js';
import { run } from './run.js';

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
