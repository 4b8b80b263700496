/** Those in this process who wait to be called, by name. */
export class Calls {
  private readonly waiting = new Map<string, Set<() => void>>();

  /** Begins to listen at once. Resolves with the next call of the name, or when the signal is aborted. */
  next(name: string, signal: AbortSignal): Promise<void> {
    const listeners = this.waiting.get(name) ?? new Set();
    this.waiting.set(name, listeners);
    return new Promise((resolve) => {
      const end = (): void => {
        listeners.delete(end);
        if (listeners.size === 0 && this.waiting.get(name) === listeners) this.waiting.delete(name);
        signal.removeEventListener('abort', end);
        resolve();
      };
      listeners.add(end);
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    });
  }

  call(name: string): void {
    for (const end of this.waiting.get(name) ?? []) end();
  }
}
