import type { View } from '#views';
import type { FollowError } from './following/follow-error.js';
import type { Follower } from './following/follower.js';
import type { Pace } from './pace/pace.js';
import type { Stop } from './stops/stop.js';
import type { FactsLog } from './taking/facts-log.js';
import type { Generation, ViewStore } from './view-store.js';

/** One line of `views list`. */
export interface ViewStanding {
  readonly view: string;
  readonly version: number;
  readonly authority: string;
  readonly live: Generation | null;
  readonly building: Generation | null;
  readonly head: bigint;
  /** Events that the view does not tell of yet; null where positions cannot be counted. */
  readonly lag: bigint | null;
  /** Events that its generations cannot take, in whichever process that was found. */
  readonly stops: readonly Stop[];
  /** What else keeps it from moving on in this process. */
  readonly error: FollowError | null;
  /** Its rows are made by a newer version than this program's, which leaves them alone. */
  readonly standsAside: boolean;
  /** While this process brings it level; else null. */
  readonly pace: Pace | null;
}

/** Where a view of an authority stands. `follower`: who follows it in this process, if anybody does. */
export async function standingOf(
  { log, store }: { readonly log: FactsLog; readonly store: ViewStore },
  view: View,
  authority: string,
  follower: Follower | undefined,
): Promise<ViewStanding> {
  const generations = await store.generations(view, authority);
  const stops = await store.stops(view, authority);
  const head = await log.head(authority);
  return {
    view: view.name,
    version: view.version,
    authority,
    ...generations,
    head,
    lag: log.capabilities.positions === 'dense' ? head - (generations.live?.position ?? 0n) : null,
    stops,
    error: follower?.error ?? null,
    standsAside: (generations.live?.version ?? 0) > view.version,
    pace: follower?.pace ?? null,
  };
}
