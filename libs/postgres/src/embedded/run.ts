import { spawn } from 'node:child_process';
import type { Account } from './account.js';

/** What the programs of PostgreSQL see of our environment: nothing that could redirect them. */
export const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

export interface Outcome {
  readonly succeeded: boolean;
  /** Everything that was printed, to both outputs, or why the program could not be started. */
  readonly output: string;
}

/** Runs a program to its end, as another account if one is given. */
export async function run(
  program: string,
  args: readonly string[],
  account: Account | undefined,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}
