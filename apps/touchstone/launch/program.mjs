import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { performance } from 'node:perf_hooks';
import { checkout } from './checkout.mjs';
import { pinnedNode } from './install.mjs';

/** Ctrl-C reaches us twice: from the terminal and once more from npm. A person needs longer than this to repeat it. */
const SAME_PRESS_MS = 1000;

/**
 * Runs a program with the pinned Node until it ends, and returns its exit code. It has a session of its own, so that
 * Ctrl-C reaches it only through us, and once; and a channel to us, whose end tells it that we were killed.
 */
export async function runProgram(args, { env = process.env } = {}) {
  const child = spawn(await pinnedNode(), args, {
    cwd: checkout,
    env,
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let last = -SAME_PRESS_MS;
  const forward = (signal) => {
    if (performance.now() - last < SAME_PRESS_MS) return;
    last = performance.now();
    child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
