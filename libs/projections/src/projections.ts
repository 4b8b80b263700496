import { parseStreamName, type EventLog } from '#event-log';
import { kindsOf, type StreamId, type View } from '#views';
import { Advances } from './advances.js';
import { digestOf, type ViewDigest } from './digest.js';
import { Follower, type FollowError, type Following } from './follower.js';
import { backOff, type Pause } from './pause.js';
import { rebuildAuthority, type RebuildProgress } from './rebuild-authority.js';
import type { Generation, ViewStore } from './view-store.js';

export interface ProjectionsOptions {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly views: readonly View[];
  readonly now: () => Date;
  readonly pause: Pause;
  /** Told in one line what went wrong. */
  readonly report: (line: string) => void;
  /** Events per batch; 1000 unless stated. */
  readonly pageSize?: number;
  /** Milliseconds between looks for new authorities; 1000 unless stated. */
  readonly discoverEvery?: number;
}

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
  /** What keeps it from moving on in this process. */
  readonly error: FollowError | null;
}

/** Keeps every view of every authority level with the log, rebuilds them and lets others wait for them. */
export class Projections {
  private readonly followers = new Map<string, Follower>();
  private readonly runs: Promise<void>[] = [];
  private readonly advances: Advances;
  private readonly following: Following;

  constructor(private readonly options: ProjectionsOptions) {
    this.advances = new Advances(options.pause);
    this.following = {
      log: options.log,
      store: options.store,
      pageSize: options.pageSize ?? 1000,
      pause: options.pause,
      now: options.now,
      advanced: (view, authority) => this.advances.tell(view, authority),
      failed: (view, authority, { message, failures }) =>
        options.report(`View ${view.name} of ${authority} stands still (failure ${failures}): ${message}`),
    };
  }

  /** Follows the log until the signal is aborted; new authorities are met as they come. */
  async run(signal: AbortSignal): Promise<void> {
    const { log, pause, report, discoverEvery = 1000 } = this.options;
    for (let failures = 0; !signal.aborted;) {
      try {
        for (const authority of await log.authorities()) this.meet(authority, signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        report(`The log cannot say which authorities there are: ${String(error)}`);
      }
      await pause(failures === 0 ? discoverEvery : backOff(failures), signal);
    }
    await Promise.all(this.runs);
  }

  /**
   * Makes the rows of a view anew, one authority after the other, without readers noticing; `authority` limits it to one.
   * @returns false when the signal ended it before all was done; call it again to go on.
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
    for (const one of authorities) {
      if (!(await rebuildAuthority({ ...this.following, ...rebuild }, view, one))) return false;
      this.advances.tell(view, one);
    }
    return true;
  }

  /** Where every view of every authority stands. */
  async list(): Promise<readonly ViewStanding[]> {
    const { log, views } = this.options;
    const standings: ViewStanding[] = [];
    for (const authority of await log.authorities()) {
      for (const view of views) standings.push(await this.standing(view, authority));
    }
    return standings;
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
  async waitForStream(name: string, stream: string, revision: bigint, timeout: number): Promise<boolean> {
    const view = this.view(name);
    const { authority, kind, id } = parseStreamName(stream);
    if (!kindsOf(view).includes(kind as StreamId['kind'])) return true;
    return this.advances.until(view, authority, timeout, async () => {
      const known = await this.options.store.revision(view, authority, {
        kind: kind as StreamId['kind'],
        id,
      });
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

  private meet(authority: string, signal: AbortSignal): void {
    for (const view of this.options.views) {
      const key = keyOf(view, authority);
      if (this.followers.has(key)) continue;
      const follower = new Follower(this.following, view, authority);
      this.followers.set(key, follower);
      this.runs.push(follower.run(signal));
    }
  }

  private async standing(view: View, authority: string): Promise<ViewStanding> {
    const { log, store } = this.options;
    const generations = await store.generations(view, authority);
    const head = await log.head(authority);
    return {
      view: view.name,
      version: view.version,
      authority,
      ...generations,
      head,
      lag: log.capabilities.positions === 'dense' ? head - (generations.live?.position ?? 0n) : null,
      error: this.followers.get(keyOf(view, authority))?.error ?? null,
    };
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

const keyOf = (view: View, authority: string): string => `${authority}/${view.name}`;
