import { kindsOf, type View } from '#views';
import { backOff, type Pause } from './pause.js';
import { rebuildAuthority, type Rebuild } from './rebuild-authority.js';
import { takePage } from './take-page.js';

/** Why a view does not move on for an authority. It is tried again until it does. */
export interface FollowError {
  readonly message: string;
  /** When it was last tried. */
  readonly at: string;
  /** In a row. */
  readonly failures: number;
}

export interface Following extends Omit<Rebuild, 'signal' | 'onProgress'> {
  readonly pause: Pause;
  readonly now: () => Date;
  /** Called after rows were written. */
  readonly advanced: (view: View, authority: string) => void;
  /** Called with every failure. */
  readonly failed: (view: View, authority: string, error: FollowError) => void;
}

/** Keeps one view of one authority level with the log. What goes wrong stops this view of this authority and no other. */
export class Follower {
  private failure: FollowError | null = null;

  constructor(
    private readonly following: Following,
    readonly view: View,
    readonly authority: string,
  ) {}

  get error(): FollowError | null {
    return this.failure;
  }

  /** Goes on until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        if (!signal.aborted) await this.holdOn(error, signal);
      }
    }
  }

  /** Until the signal is aborted, or somebody else has moved the view on: then it is looked up again where it stands. */
  private async follow(signal: AbortSignal): Promise<void> {
    const { log, store, pageSize, advanced } = this.following;
    let generation = await store.open(this.view, this.authority);
    if (generation.version !== this.view.version) {
      await rebuildAuthority({ ...this.following, signal }, this.view, this.authority);
      return;
    }
    const head = await log.head(this.authority);
    if (generation.position > head) throw new Error(aheadOfTheLog(generation.position, head));
    if (generation.position === head) this.failure = null;
    const pages = log.follow(this.authority, {
      after: generation.position,
      limit: pageSize,
      filter: { kinds: kindsOf(this.view) },
      signal,
    });
    for await (const page of pages) {
      const answer = await takePage(store, this.view, this.authority, generation, page);
      advanced(this.view, this.authority);
      this.failure = null;
      if (answer === 'stale') return;
      generation = { ...generation, position: page.through };
    }
  }

  private async holdOn(error: unknown, signal: AbortSignal): Promise<void> {
    const { pause, now, failed } = this.following;
    this.failure = {
      message: error instanceof Error ? error.message : String(error),
      at: now().toISOString(),
      failures: (this.failure?.failures ?? 0) + 1,
    };
    failed(this.view, this.authority, this.failure);
    await pause(backOff(this.failure.failures), signal);
  }
}

const aheadOfTheLog = (position: bigint, head: bigint): string =>
  `The view tells of events up to position ${position}, but the log ends at ${head}: it was set back. Rebuild the view.`;
