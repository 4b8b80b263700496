import { Calls } from './calls.js';
import type { Lease, Leases } from './leases.js';

/** Leases within one process. Several of them on one `ground` stand for several processes. */
export class MemoryLeases implements Leases {
  private lost = new AbortController();

  constructor(private readonly ground = new LeaseGround()) {}

  async take(names: readonly string[]): Promise<readonly Lease[]> {
    const free = names.filter((name) => !this.ground.holders.has(name));
    const lost = this.lost.signal;
    return free.map((name) => {
      this.ground.holders.set(name, this);
      return {
        name,
        lost,
        called: (signal) => this.ground.calls.next(name, signal),
        release: async () => {
          if (!lost.aborted) this.ground.holders.delete(name);
        },
      };
    });
  }

  async call(name: string): Promise<void> {
    this.ground.calls.call(name);
  }

  /** Everything is lost at once, as when the process is killed or cut off. */
  lose(): void {
    for (const [name, holder] of this.ground.holders) if (holder === this) this.ground.holders.delete(name);
    this.lost.abort();
    this.lost = new AbortController();
  }
}

/** Who has what. */
export class LeaseGround {
  readonly holders = new Map<string, MemoryLeases>();
  readonly calls = new Calls();
}
