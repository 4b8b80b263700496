import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionLoss } from '#postgres';

/** What TypeORM says when a session is lost between two statements of a transaction. */
const RELEASED = /query runner .*already released|runner already released/i;

/** Tries again while the database or a process is away, for so many milliseconds at most. */
export async function untilThere<T>(patience: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(isConnectionLoss(error) || RELEASED.test(String(error))) || performance.now() > deadline)
        throw error;
      await pause(20);
    }
  }
}
