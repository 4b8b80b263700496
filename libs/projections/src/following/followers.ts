import type { View } from '#views';
import { leaseName, type Lease } from '../leases/leases.js';
import { backOff } from '../back-off.js';
import { Follower, type Following } from './follower.js';

/** Those who follow the log in this process: every view of every authority that no other process follows. */
export class Followers {
  /** By lease. */
  private readonly atWork = new Map<string, Follower>();
  private readonly runs = new Set<Promise<void>>();

  /** `discoverEvery`: milliseconds between looks for what nobody follows. */
  constructor(
    private readonly following: Following,
    private readonly views: readonly View[],
    private readonly discoverEvery: number,
  ) {}

  of(view: View, authority: string): Follower | undefined {
    return this.atWork.get(leaseName(view, authority, 'following'));
  }

  get standingStill(): readonly Follower[] {
    return [...this.atWork.values()].filter(({ standsStill }) => standsStill);
  }

  /**
   * Goes on until the signal is aborted. New authorities are met as they come, and views whose process has gone are taken over from it.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { log, pause, report } = this.following;
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.meet(await log.authorities(), signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        report(`It cannot be found out which views are to be followed: ${String(error)}`);
      }
      await pause(failures === 0 ? this.discoverEvery : backOff(failures), signal);
    }
    await Promise.all(this.runs);
  }

  /** Begins to follow what nobody follows. */
  private async meet(authorities: readonly string[], signal: AbortSignal): Promise<void> {
    const unfollowed = new Map<string, Follower>();
    for (const authority of authorities) {
      for (const view of this.views) {
        const name = leaseName(view, authority, 'following');
        if (!this.atWork.has(name)) unfollowed.set(name, new Follower(this.following, view, authority));
      }
    }
    for (const lease of await this.following.leases.take([...unfollowed.keys()])) {
      const run = this.follow(unfollowed.get(lease.name)!, lease, signal);
      this.runs.add(run);
      void run.finally(() => this.runs.delete(run));
    }
  }

  private async follow(follower: Follower, lease: Lease, signal: AbortSignal): Promise<void> {
    this.atWork.set(lease.name, follower);
    await follower.run(lease, signal);
    await lease.release();
    this.atWork.delete(lease.name);
  }
}
