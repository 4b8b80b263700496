import type { View } from '#views';
import type { Lease } from '../leases/leases.js';
import { LOOK_EVERY, rest } from '../leases/rest.js';
import type { Pause } from '#event-log';
import type { ViewStore } from '../view-store.js';
import type { EventAtFault } from './poison-event.js';

interface Asking {
  readonly store: Pick<ViewStore, 'stops'>;
  readonly pause: Pause;
  readonly view: View;
  readonly authority: string;
  /** Of the following of the view. */
  readonly lease: Lease;
}

/** Waits until somebody asks for another attempt at the event, the generation that stopped there is no more, or the signal is aborted. */
export async function untilAsked(asking: Asking, at: EventAtFault, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // Listened for before looking, so that a call between the two is not missed.
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const called = rest(asking.pause, asking.lease, LOOK_EVERY, either);
    const asked = await isAsked(asking, at);
    if (asked) over.abort();
    await called;
    if (asked) return;
  }
}

async function isAsked({ store, view, authority }: Asking, { id }: EventAtFault): Promise<boolean> {
  try {
    const stops = await store.stops(view, authority);
    return !stops.some((stop) => stop.id === id && !stop.retryAsked);
  } catch {
    // The store is away: nobody can have asked. It is looked up again.
    return false;
  }
}
