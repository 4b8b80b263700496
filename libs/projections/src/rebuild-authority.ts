import type { EventLog } from '#event-log';
import { kindsOf, type View } from '#views';
import { takePage } from './take-page.js';
import type { Generation, ViewStore } from './view-store.js';

export interface RebuildProgress {
  readonly view: string;
  readonly authority: string;
  /** How much of the log the new rows tell of, and where the log ended when that was asked. */
  readonly position: bigint;
  readonly head: bigint;
}

export interface Rebuild {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly pageSize: number;
  readonly onProgress?: ((progress: RebuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes the rows of a view anew beside the live ones and switches when they tell of as much; readers see the old rows
 * until then. Ended in the middle, by the signal or by a crash, it goes on from there the next time; done by two at
 * once, they help each other. @returns false when the signal ended it.
 */
export async function rebuildAuthority(rebuild: Rebuild, view: View, authority: string): Promise<boolean> {
  const { log, store, signal } = rebuild;
  await store.open(view, authority);
  await store.sweep(view, authority);
  let generation = await usableGeneration(rebuild, view, authority);
  while (signal?.aborted !== true) {
    const head = await log.head(authority);
    const page = await log.readAll(authority, {
      after: generation.position,
      limit: rebuild.pageSize,
      filter: { kinds: kindsOf(view) },
    });
    if (page.through > generation.position) {
      await takePage(store, view, authority, generation, page);
    } else {
      await store.promote(view, authority, generation.number, head);
    }
    const { live, building } = await store.generations(view, authority);
    if (live?.number === generation.number) {
      await store.sweep(view, authority);
      return true;
    }
    generation =
      building?.number === generation.number ? building : await usableGeneration(rebuild, view, authority);
    rebuild.onProgress?.({ view: view.name, authority, position: generation.position, head });
  }
  return false;
}

/** What was begun before is used, unless an older version made it or the log has been set back since. */
async function usableGeneration({ log, store }: Rebuild, view: View, authority: string): Promise<Generation> {
  const begun = await store.build(view, authority);
  if (begun.version === view.version && begun.position <= (await log.head(authority))) return begun;
  await store.abandon(view, authority, begun.number);
  return store.build(view, authority);
}
