import type { View } from '#views';

/** Tells those who wait in this process that the rows of a view have moved on. */
export class Advances {
  private readonly waiting = new Map<string, Set<() => void>>();

  /** Resolves at the next advance of the view; forget it by `cancel`. */
  next(view: View, authority: string): { readonly happened: Promise<void>; readonly cancel: () => void } {
    const key = keyOf(view, authority);
    const set = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, set);
    const { promise, resolve } = Promise.withResolvers<void>();
    set.add(resolve);
    return { happened: promise, cancel: () => void set.delete(resolve) };
  }

  tell(view: View, authority: string): void {
    const key = keyOf(view, authority);
    for (const resolve of this.waiting.get(key) ?? []) resolve();
    this.waiting.delete(key);
  }
}

const keyOf = (view: View, authority: string): string => `${authority}/${view.name}`;
