import { parseStreamName, type EventLog } from '#event-log';
import { kindsOf, type StreamId, type View } from '#views';
import { Advances } from './following/advances.js';
import { digestOf, type ViewDigest } from './digest.js';
import { Follower, type FollowError, type Following } from './following/follower.js';
import { leaseName, type Lease, type Leases } from './leases/leases.js';
import { MemoryLeases } from './leases/memory-leases.js';
import type { Pace } from './pace/pace.js';
import { backOff, type Pause } from './pause.js';
import { rebuildAuthority, type RebuildProgress } from './rebuilding/rebuild-authority.js';
import { PoisonEvent } from './stops/poison-event.js';
import type { Stop } from './stops/stop.js';
import type { Generation, ViewStore } from './view-store.js';

export interface ProjectionsOptions {
  readonly log: EventLog;
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

/** What came of asking a view that stopped to try again. */
export interface Retried {
  readonly authority: string;
  /** `taken`: it goes on. `stopped`: it was tried, in vain. `asked`: nobody has tried in the time given. */
  readonly outcome: 'taken' | 'stopped' | 'asked';
  /** What it stopped at; where it was tried in vain, as it stands now. */
  readonly stop: Stop;
}

/** Keeps every view of every authority level with the log, rebuilds them and lets others wait for them. */
export class Projections {
  private readonly followers = new Map<string, Follower>();
  private readonly runs = new Set<Promise<void>>();
  private readonly leases: Leases;
  private readonly advances: Advances;
  private readonly following: Following;

  constructor(private readonly options: ProjectionsOptions) {
    this.advances = new Advances(options.pause);
    const { log, store, leases = new MemoryLeases(), pageSize = 10_000, pause, now, report } = options;
    this.leases = leases;
    this.following = {
      ...{ log, store, leases, pageSize, pause, now, report },
      tell: options.tell ?? (() => undefined),
      advanced: (view, authority) => this.advances.tell(view, authority),
    };
  }

  /**
   * Follows the log until the signal is aborted. New authorities are met as they come, and views whose process has gone are taken
   * over from it.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { log, pause, report, discoverEvery = 1000 } = this.options;
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.meet(await log.authorities(), signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        report(`It cannot be found out which views are to be followed: ${String(error)}`);
      }
      await pause(failures === 0 ? discoverEvery : backOff(failures), signal);
    }
    await Promise.all(this.runs);
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
    const poison: PoisonEvent[] = [];
    for (const one of authorities) {
      try {
        if (!(await rebuildAuthority({ ...this.following, ...rebuild }, view, one))) return false;
        this.advances.tell(view, one);
      } catch (error) {
        if (!(error instanceof PoisonEvent)) throw error;
        poison.push(error);
      }
    }
    if (poison[0] !== undefined) throw poison[0];
    return true;
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
    const stopped = await Promise.all(
      authorities.map(async (one) =>
        (await this.options.store.stops(view, one)).map((stop) => this.retryStop(view, one, stop, timeout)),
      ),
    );
    return Promise.all(stopped.flat());
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

  /** @throws Error that names the views which stand still in this process; what the others follow it does not know. */
  assertMoving(): void {
    const still = [...this.followers.values()].filter(({ standsStill }) => standsStill);
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

  private async retryStop(view: View, authority: string, stop: Stop, timeout: number): Promise<Retried> {
    const { store } = this.options;
    await store.askRetry(view, authority, stop.generation);
    await this.leases.call(leaseName({ name: view.name, version: stop.version }, authority, 'following'));
    let now: Stop | undefined = stop;
    const tried = await this.advances.until(view, authority, timeout, async () => {
      now = (await store.stops(view, authority)).find(({ generation }) => generation === stop.generation);
      return now === undefined || now.id !== stop.id || now.attempts > stop.attempts;
    });
    if (!tried) return { authority, outcome: 'asked', stop };
    return now === undefined
      ? { authority, outcome: 'taken', stop }
      : { authority, outcome: 'stopped', stop: now };
  }

  /** Begins to follow what nobody follows. */
  private async meet(authorities: readonly string[], signal: AbortSignal): Promise<void> {
    const unfollowed = new Map<string, Follower>();
    for (const authority of authorities) {
      for (const view of this.options.views) {
        const name = leaseName(view, authority, 'following');
        if (!this.followers.has(name)) unfollowed.set(name, new Follower(this.following, view, authority));
      }
    }
    for (const lease of await this.leases.take([...unfollowed.keys()])) {
      const run = this.follow(unfollowed.get(lease.name)!, lease, signal);
      this.runs.add(run);
      void run.finally(() => this.runs.delete(run));
    }
  }

  private async follow(follower: Follower, lease: Lease, signal: AbortSignal): Promise<void> {
    this.followers.set(lease.name, follower);
    await follower.run(lease, signal);
    await lease.release();
    this.followers.delete(lease.name);
  }

  private async standing(view: View, authority: string): Promise<ViewStanding> {
    const { log, store } = this.options;
    const generations = await store.generations(view, authority);
    const stops = await store.stops(view, authority);
    const follower = this.followers.get(leaseName(view, authority, 'following'));
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

  private view(name: string): View {
    const view = this.options.views.find((one) => one.name === name);
    if (view === undefined) {
      const known = this.options.views.map((one) => one.name).join(', ');
      throw new Error(`There is no view "${name}"; there are ${known}.`);
    }
    return view;
  }
}
