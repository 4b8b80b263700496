import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionLoss } from '#postgres';

/** Tries again while the database or a process is away, for so many milliseconds at most. */
export async function untilThere<T>(patience: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLoss(error) || performance.now() > deadline) throw error;
      await pause(20);
    }
  }
}
