import type { Lease } from './leases.js';
import type { Pause } from '#event-log';

/** How often what was called for is looked up although nobody was heard to call, in milliseconds. */
export const LOOK_EVERY = 30_000;

/** Waits so many milliseconds, or until whoever has the lease is called, or until the signal is aborted. */
export async function rest(
  pause: Pause,
  lease: Lease,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  await Promise.race([pause(milliseconds, either), lease.called(either)]);
  over.abort();
}
