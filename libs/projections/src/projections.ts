import { parseStreamName, type Pause } from '#event-log';
import { kindsOf, type StreamId, type View } from '#views';
import { digestOf, type ViewDigest } from './digest.js';
import { Advances } from './following/advances.js';
import type { Following } from './following/follower.js';
import { Followers } from './following/followers.js';
import type { Leases } from './leases/leases.js';
import { MemoryLeases } from './leases/memory-leases.js';
import { rebuildAuthorities } from './rebuilding/rebuild-authorities.js';
import type { RebuildProgress } from './rebuilding/rebuild-authority.js';
import { retryStops, type Retried } from './stops/retry-stops.js';
import type { FactsLog } from './taking/facts-log.js';
import { standingOf, type ViewStanding } from './view-standing.js';
import type { ViewStore } from './view-store.js';

export interface ProjectionsOptions {
  readonly log: FactsLog;
  readonly store: ViewStore;
  /** Keeps several processes on one store out of each other's way; unless given, this one is alone. */
  readonly leases?: Leases;
  readonly views: readonly View[];
  readonly now: () => Date;
  readonly pause: Pause;
  /** Told in one line what went wrong. */
  readonly report: (line: string) => void;
  /** Told in one line what goes well but takes long; nobody unless given. */
  readonly tell?: (line: string) => void;
  /** Events that are applied together at most; 10,000 unless stated. */
  readonly pageSize?: number;
  /** Milliseconds between looks for new authorities, and for views that nobody follows any more; 1000 unless stated. */
  readonly discoverEvery?: number;
}

/** Keeps every view of every authority level with the log, rebuilds them and lets others wait for them. */
export class Projections {
  private readonly advances: Advances;
  private readonly following: Following;
  private readonly followers: Followers;

  constructor(private readonly options: ProjectionsOptions) {
    this.advances = new Advances(options.pause);
    const { log, store, leases = new MemoryLeases(), pageSize = 10_000, pause, now, report } = options;
    this.following = {
      ...{ log, store, leases, pageSize, pause, now, report },
      tell: options.tell ?? (() => undefined),
      advanced: (view, authority) => this.advances.tell(view, authority),
    };
    this.followers = new Followers(this.following, options.views, options.discoverEvery ?? 1000);
  }

  /**
   * Follows the log until the signal is aborted. New authorities are met as they come, and views whose process has gone are taken
   * over from it.
   */
  run(signal: AbortSignal): Promise<void> {
    return this.followers.run(signal);
  }

  /**
   * Makes the rows of a view anew, one authority after the other, without readers noticing; `authority` limits it to one.
   * @returns false when the signal ended it before all was done; call it again to go on.
   * @throws PoisonEvent, the first, after all authorities had their turn. @throws NewerVersion as `rebuildAuthority` does.
   */
  async rebuild(
    name: string,
    options: {
      readonly authority?: string;
      readonly onProgress?: (progress: RebuildProgress) => void;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<boolean> {
    const view = this.view(name);
    const { authority, ...rebuild } = options;
    const authorities = authority === undefined ? await this.options.log.authorities() : [authority];
    return rebuildAuthorities({ ...this.following, ...rebuild }, view, authorities, (one) =>
      this.advances.tell(view, one),
    );
  }

  /**
   * Asks whoever follows a view, in whichever process, to try again what it could not take, and waits for what comes of it.
   * @returns one answer for each generation that had stopped; none where none had.
   */
  async retry(
    name: string,
    { authority, timeout }: { readonly authority?: string; readonly timeout: number },
  ): Promise<readonly Retried[]> {
    const view = this.view(name);
    const authorities = authority === undefined ? await this.options.log.authorities() : [authority];
    const retrying = { ...this.following, advances: this.advances, timeout };
    const retried = await Promise.all(authorities.map((one) => retryStops(retrying, view, one)));
    return retried.flat();
  }

  /** Where every view of every authority stands. */
  async list(): Promise<readonly ViewStanding[]> {
    const { log, views } = this.options;
    const standings: ViewStanding[] = [];
    for (const authority of await log.authorities()) {
      for (const view of views) {
        const follower = this.followers.of(view, authority);
        standings.push(await standingOf(this.following, view, authority, follower));
      }
    }
    return standings;
  }

  /** @throws Error that names the views which stand still in this process; what the others follow it does not know. */
  assertMoving(): void {
    const still = this.followers.standingStill;
    if (still.length === 0) return;
    const names = still.map(({ view, authority }) => `${view.name} of ${authority}`);
    throw new Error(`${names.join(', ')}: "views list" says why`);
  }

  /** Digest of the live rows. @throws Error for a view that there is not. */
  digest(name: string, authority: string): Promise<ViewDigest> {
    return digestOf(this.options.store, this.view(name), authority);
  }

  /**
   * Waits until the view tells of a stream up to a revision, so that people see what they just did.
   * @returns false when that took longer than `timeout` milliseconds. A view that is not folded from such streams has
   * nothing to wait for.
   */
  async waitForStream(name: string, streamName: string, revision: bigint, timeout: number): Promise<boolean> {
    const view = this.view(name);
    const { authority, kind, id } = parseStreamName(streamName);
    if (!kindsOf(view).includes(kind as StreamId['kind'])) return true;
    return this.advances.until(view, authority, timeout, async () => {
      const stream = { kind: kind as StreamId['kind'], id };
      const known = await this.options.store.revision(view, authority, stream);
      return known !== null && known >= revision;
    });
  }

  /** Waits until the view tells of the log up to a position. @returns false when that took longer than `timeout` milliseconds. */
  async waitForPosition(
    name: string,
    authority: string,
    position: bigint,
    timeout: number,
  ): Promise<boolean> {
    const view = this.view(name);
    return this.advances.until(view, authority, timeout, async () => {
      const { live } = await this.options.store.generations(view, authority);
      return live !== null && live.position >= position;
    });
  }

  private view(name: string): View {
    const view = this.options.views.find((one) => one.name === name);
    if (view === undefined) {
      const known = this.options.views.map((one) => one.name).join(', ');
      throw new Error(`There is no view "${name}"; there are ${known}.`);
    }
    return view;
  }
}
