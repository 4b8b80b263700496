import type { Account } from './account.js';
import { run } from './run.js';

/** Whether the account may enter the folder, tried rather than worked out from modes. */
export async function canReach(account: Account, folder: string): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'cd "$0"', folder], account)).succeeded;
}
