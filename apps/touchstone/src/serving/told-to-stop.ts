/** Ends when the terminal, the system or the launcher says so, or when the product itself finds that it must. */
export interface ToldToStop {
  readonly told: Promise<void>;
  readonly signal: AbortSignal;
  because(reason: string): void;
}

export function toldToStop(): ToldToStop {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  // The launcher holds the other end of this channel: when it was killed, nobody is left who could stop us.
  process.once('disconnect', stop);
  return {
    told: new Promise((resolve) => stopping.signal.addEventListener('abort', () => resolve())),
    signal: stopping.signal,
    because: (reason) => {
      process.stderr.write(`${reason}\n`);
      process.exitCode = 3;
      stop();
    },
  };
}
