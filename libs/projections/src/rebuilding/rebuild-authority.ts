import type { View } from '#views';
import { leaseName, type Lease, type Leases } from '../leases/leases.js';
import type { FactsLog } from '../taking/facts-log.js';
import { LogPages } from '../taking/log-pages.js';
import { NewerVersion } from './newer-version.js';
import { PaceMeter, type Pace } from '../pace/pace.js';
import type { Pause } from '#event-log';
import { takeOrStop } from '../stops/take-or-stop.js';
import type { Generation, ViewStore } from '../view-store.js';

export interface RebuildProgress {
  readonly view: string;
  readonly authority: string;
  /** How much of the log the new rows tell of, and where the log ended when that was asked. */
  readonly position: bigint;
  readonly head: bigint;
  /** Null before there is anything to measure, and where another process does the work. */
  readonly pace: Pace | null;
}

export interface Rebuild {
  readonly log: FactsLog;
  readonly store: ViewStore;
  readonly leases: Leases;
  readonly pageSize: number;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly onProgress?: ((progress: RebuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Events that are applied together. Nobody waits for a rebuild as for a view that lags, so memory counts for more than speed. */
const MOST_AT_ONCE = 1000;

/** Events that are read at once: so few that most of what is made of them on the way is let go while V8 still holds it young. */
const READ_AT_ONCE = 250;

/** How often whoever waits for another process looks whether it is still at work, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Makes the rows of a view anew beside the live ones and switches when they tell of as much; readers see the old rows
 * until then. One process at a time does it, another that is asked waits for it, and takes over when it is gone. Ended in the
 * middle, by the signal or by a crash, it goes on from there the next time. @returns false when the signal ended it.
 * @throws PoisonEvent for an event that the view cannot take; the new rows wait there and readers keep the old ones.
 * @throws NewerVersion when a program with a newer version of the view is at work.
 */
export async function rebuildAuthority(rebuild: Rebuild, view: View, authority: string): Promise<boolean> {
  const { store, leases, pause, signal = NEVER } = rebuild;
  const before = await store.open(view, authority);
  while (!signal.aborted) {
    const [lease] = await leases.take([leaseName(view, authority, 'rebuilding')]);
    try {
      const { live } = await store.generations(view, authority);
      if (live !== null && live.number !== before.number && live.version === view.version) return true;
      if (live !== null) await refuseWhileNewerRuns(leases, view, authority, live);
      if (lease !== undefined) {
        if (await build(rebuild, view, authority, lease)) return true;
      } else {
        await tellOfOther(rebuild, view, authority);
        await pause(LOOK_EVERY, signal);
      }
    } finally {
      await lease?.release();
    }
  }
  return false;
}

const NEVER = new AbortController().signal;

/** @returns false when the signal ended it, the lease was lost or somebody has given up what was being built. */
async function build(rebuild: Rebuild, view: View, authority: string, lease: Lease): Promise<boolean> {
  const { log, store, leases, now, signal = NEVER } = rebuild;
  const batchSize = Math.min(rebuild.pageSize, MOST_AT_ONCE);
  const pages = new LogPages(log, view, authority, Math.min(batchSize, READ_AT_ONCE));
  await store.sweep(view, authority);
  let generation = await usableGeneration(rebuild, view, authority);
  const meter = new PaceMeter(now, generation.position);
  const over = AbortSignal.any([signal, lease.lost]);
  while (!over.aborted) {
    const head = await log.head(authority);
    const behind = { store, view, authority, generation, batchSize, pages, signal: over };
    for await (const { position } of takeOrStop({ ...behind, to: 'end', now })) {
      const known = position > head ? position : head;
      const pace = meter.at(position, known);
      rebuild.onProgress?.({ view: view.name, authority, position, head: known, pace });
      if (over.aborted) return false;
    }
    await store.promote(view, authority, generation.number, head);
    const { live, building } = await store.generations(view, authority);
    if (live?.number === generation.number) {
      await store.sweep(view, authority);
      // Whoever follows the view may stand before an event that the new rows have gone past.
      await leases.call(leaseName(view, authority, 'following'));
      return true;
    }
    if (building?.number !== generation.number) return false;
    generation = building;
  }
  return false;
}

/** What was begun before is used, unless an older version made it or the log has been set back since. */
async function usableGeneration({ log, store }: Rebuild, view: View, authority: string): Promise<Generation> {
  for (;;) {
    const begun = await store.build(view, authority);
    if (begun.version > view.version) throw new NewerVersion(view, authority, begun.version);
    if (begun.version === view.version && begun.position <= (await log.head(authority))) return begun;
    await store.abandon(view, authority, begun.number);
  }
}

/** Going back to an older version is for people to ask for, once no newer program follows the view any more. */
async function refuseWhileNewerRuns(
  leases: Leases,
  { name, version }: View,
  authority: string,
  live: Generation,
): Promise<void> {
  if (live.version <= version) return;
  const newer = { name, version: live.version };
  const [unused] = await leases.take([leaseName(newer, authority, 'following')]);
  if (unused === undefined) throw new NewerVersion({ name, version }, authority, live.version);
  await unused.release();
}

async function tellOfOther(
  { log, store, onProgress }: Rebuild,
  view: View,
  authority: string,
): Promise<void> {
  const { building } = await store.generations(view, authority);
  if (onProgress === undefined || building === null) return;
  const { position } = building;
  onProgress({ view: view.name, authority, position, head: await log.head(authority), pace: null });
}
