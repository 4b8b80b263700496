import type { View } from '#views';
import { CatchUp } from '../pace/catch-up.js';
import { failedAgain, type FollowError } from './follow-error.js';
import type { Lease } from '../leases/leases.js';
import { LogPages } from '../taking/log-pages.js';
import { NewerVersion } from '../rebuilding/newer-version.js';
import type { Pace } from '../pace/pace.js';
import { backOff } from '../back-off.js';
import { PoisonEvent } from '../stops/poison-event.js';
import { rebuildAuthority, type Rebuild } from '../rebuilding/rebuild-authority.js';
import { LOOK_EVERY, rest } from '../leases/rest.js';
import type { Stop } from '../stops/stop.js';
import { untilAsked } from '../stops/until-asked.js';
import { takeOrStop } from '../stops/take-or-stop.js';

export interface Following extends Omit<Rebuild, 'signal' | 'onProgress'> {
  /** Told in one line what went wrong. */
  readonly report: (line: string) => void;
  /** Told in one line how a long way is going, and that something is well again. */
  readonly tell: (line: string) => void;
  /** Called after rows were written. */
  readonly advanced: (view: View, authority: string) => void;
}

/**
 * Keeps one view of one authority level with the log. What goes wrong stops this view of this authority and no other: a log or a
 * store that fails is tried again by itself, an event that the view cannot take when somebody asks for it.
 */
export class Follower {
  private failure: FollowError | null = null;
  private catchUp: CatchUp | null = null;
  private aside = false;
  private poisoned = false;

  constructor(
    private readonly following: Following,
    readonly view: View,
    readonly authority: string,
  ) {}

  get error(): FollowError | null {
    return this.failure;
  }

  /** It waits for something to be put right. */
  get standsStill(): boolean {
    return this.failure !== null || this.poisoned;
  }

  /** On its way to the head of the log; null when it is there or stands still. */
  get pace(): Pace | null {
    return this.catchUp?.pace ?? null;
  }

  /** Goes on until the signal is aborted or the lease is lost. */
  async run(lease: Lease, stop: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stop, lease.lost]);
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        this.catchUp = null;
        if (!signal.aborted) await this.standStill(error, lease, signal);
      }
    }
  }

  /** Until the signal is aborted, or somebody else has moved the view on: then it is looked up again where it stands. */
  private async follow(signal: AbortSignal): Promise<void> {
    const { log, store, pageSize, now, advanced } = this.following;
    const { view, authority } = this;
    const generation = await store.open(view, authority);
    if (generation.version > view.version) throw new NewerVersion(view, authority, generation.version);
    this.aside = false;
    if (generation.version < view.version) return this.makeAnew(signal);
    let head = await log.head(authority);
    if (generation.position > head) throw new Error(aheadOfTheLog(generation.position, head));
    if (generation.position === head) this.failure = null;
    let stopped = (await store.stops(view, authority)).find(at(generation.number));
    const way = this.begin('', generation.position);
    const pages = new LogPages(log, view, authority, pageSize);
    const behind = { store, view, authority, generation, batchSize: pageSize, pages, signal };
    for await (const { position, isLast } of takeOrStop({ ...behind, to: 'never', now })) {
      advanced(view, authority);
      this.failure = null;
      if (stopped !== undefined && position >= stopped.position) {
        await this.goneOn(stopped);
        stopped = undefined;
      }
      if (position >= head) head = isLast ? position : await log.head(authority);
      way.at(position, head);
      if (signal.aborted) return;
    }
  }

  private async makeAnew(signal: AbortSignal): Promise<void> {
    const way = this.begin(', being made anew,', 0n);
    const onProgress = ({ position, head }: { position: bigint; head: bigint }): void =>
      way.at(position, head);
    await rebuildAuthority({ ...this.following, signal, onProgress }, this.view, this.authority);
    this.following.advanced(this.view, this.authority);
  }

  private begin(how: string, from: bigint): CatchUp {
    const { now, tell, pageSize } = this.following;
    const about = `View ${this.view.name} of ${this.authority}${how}`;
    this.catchUp = new CatchUp({ now, tell, far: BigInt(pageSize) }, about, from);
    return this.catchUp;
  }

  private async goneOn({ generation, id }: Stop): Promise<void> {
    await this.following.store.forgetStop(this.view, this.authority, generation);
    this.following.tell(`View ${this.view.name} of ${this.authority} goes on: it has taken the event ${id}`);
  }

  private async standStill(error: unknown, lease: Lease, signal: AbortSignal): Promise<void> {
    const { report, store, pause, now } = this.following;
    const { view, authority } = this;
    const about = `View ${view.name} of ${authority}`;
    if (error instanceof PoisonEvent) {
      this.failure = null;
      report(`${about} stands still until "views retry ${view.name}": ${error.message}`);
      this.poisoned = true;
      await untilAsked({ store, pause, view, authority, lease }, error.at, signal);
      this.poisoned = false;
    } else if (error instanceof NewerVersion) {
      this.failure = null;
      if (!this.aside) report(`${about} stands aside: ${error.message}`);
      this.aside = true;
      await rest(pause, lease, LOOK_EVERY, signal);
    } else {
      const { message, failures } = (this.failure = failedAgain(this.failure, error, now()));
      report(`${about} stands still (failure ${failures}): ${message}`);
      await rest(pause, lease, backOff(failures), signal);
    }
  }
}

const at =
  (generation: number) =>
  (stop: Stop): boolean =>
    stop.generation === generation;

const aheadOfTheLog = (position: bigint, head: bigint): string =>
  `The view tells of events up to position ${position}, but the log ends at ${head}: it was set back. Rebuild the view.`;
