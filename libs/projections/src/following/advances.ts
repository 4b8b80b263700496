import type { View } from '#views';
import type { Pause } from '#event-log';

/** Ask whether another process has moved a view on as often as this, in milliseconds. */
const ASK_EVERY = 50;

/** Lets others wait until the rows of a view have moved on: at once in this process, after a moment in another. */
export class Advances {
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(private readonly pause: Pause) {}

  /** The view has moved on in this process. */
  tell(view: View, authority: string): void {
    const key = keyOf(view, authority);
    for (const resolve of this.waiting.get(key) ?? []) resolve();
    this.waiting.delete(key);
  }

  /** Waits until the view has reached what is asked for. @returns false when that took longer than `timeout` milliseconds. */
  async until(
    view: View,
    authority: string,
    timeout: number,
    reached: () => Promise<boolean>,
  ): Promise<boolean> {
    const deadline = AbortSignal.timeout(timeout);
    for (;;) {
      // Listened for before asking, so that an advance between question and answer is not missed.
      const { happened, cancel } = this.next(view, authority);
      const asked = new AbortController();
      try {
        if (await reached()) return true;
        if (deadline.aborted) return false;
        const signal = AbortSignal.any([deadline, asked.signal]);
        await Promise.race([happened, this.pause(ASK_EVERY, signal)]);
      } finally {
        cancel();
        asked.abort();
      }
    }
  }

  private next(view: View, authority: string): { happened: Promise<void>; cancel: () => void } {
    const key = keyOf(view, authority);
    const set = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, set);
    const { promise, resolve } = Promise.withResolvers<void>();
    set.add(resolve);
    return { happened: promise, cancel: () => void set.delete(resolve) };
  }
}

const keyOf = (view: View, authority: string): string => `${authority}/${view.name}`;
