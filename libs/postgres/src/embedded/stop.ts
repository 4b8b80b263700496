import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../problem.js';
import type { Home } from './home.js';
import { isServerOf, runningPostmaster } from './postmaster.js';

/** After this long the server is left to finish stopping by itself. */
const PATIENCE_MS = 60_000;

/** Stops the server: open transactions are rolled back, everything committed is written out. */
export async function stopServer(home: Home): Promise<void> {
  const running = await runningPostmaster(home);
  if (!running) return;
  try {
    process.kill(running.pid, 'SIGINT');
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
  const deadline = performance.now() + PATIENCE_MS;
  while ((await isServerOf(home, running.pid)) && performance.now() < deadline) await pause(10);
}
