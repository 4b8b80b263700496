import type { View } from '#views';
import type { Advances } from '../following/advances.js';
import { leaseName, type Leases } from '../leases/leases.js';
import type { ViewStore } from '../view-store.js';
import type { Stop } from './stop.js';
import { triedAgainBy } from './tried-again-by.js';

/** What came of asking a view that stopped to try again. */
export interface Retried {
  readonly authority: string;
  /**
   * `taken`: it goes on. `stopped`: it was tried, in vain. `asked`: nobody has tried in the time given. `rebuild`: nobody was asked,
   * for it is the next rebuild that tries it again.
   */
  readonly outcome: 'taken' | 'stopped' | 'asked' | 'rebuild';
  /** What it stopped at; where it was tried in vain, as it stands now. */
  readonly stop: Stop;
}

interface Retrying {
  readonly store: ViewStore;
  readonly leases: Leases;
  readonly advances: Advances;
  /** Milliseconds to wait for what comes of it. */
  readonly timeout: number;
}

/** Asks for another attempt at everything that a view of an authority stopped at; one answer for each. */
export async function retryStops(
  retrying: Retrying,
  view: View,
  authority: string,
): Promise<readonly Retried[]> {
  const stops = await retrying.store.stops(view, authority);
  const { live } = await retrying.store.generations(view, authority);
  return Promise.all(
    stops.map(async (stop) =>
      triedAgainBy(stop, live) === 'rebuild'
        ? { authority, outcome: 'rebuild', stop }
        : retryStop(retrying, view, authority, stop),
    ),
  );
}

async function retryStop(
  { store, leases, advances, timeout }: Retrying,
  view: View,
  authority: string,
  stop: Stop,
): Promise<Retried> {
  await store.askRetry(view, authority, stop.generation);
  await leases.call(leaseName({ name: view.name, version: stop.version }, authority, 'following'));
  let now: Stop | undefined = stop;
  const tried = await advances.until(view, authority, timeout, async () => {
    now = (await store.stops(view, authority)).find(({ generation }) => generation === stop.generation);
    return now === undefined || now.id !== stop.id || now.attempts > stop.attempts;
  });
  if (!tried) return { authority, outcome: 'asked', stop };
  return now === undefined
    ? { authority, outcome: 'taken', stop }
    : { authority, outcome: 'stopped', stop: now };
}
