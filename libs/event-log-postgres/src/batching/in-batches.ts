import type { Pool } from '#postgres';
import { Lane, type Batching } from './lane.js';

/** Sends requests in batches, each authority's in a lane of its own, so that authorities do not wait for each other. */
export class InBatches<Request, Answer> {
  private readonly lanes = new Map<string, Lane<Request, Answer>>();

  constructor(
    private readonly pool: Pool,
    private readonly batching: Batching<Request, Answer>,
  ) {}

  /**
   * Each caller gets its own answer. A batch that fails as a whole fails all of its callers, who may ask again.
   * @throws LogBusy when too much of the authority waits already; then the request was not taken.
   */
  ask(authority: string, request: Request): Promise<Answer> {
    const known = this.lanes.get(authority);
    if (known !== undefined) return known.ask(request);
    const lane: Lane<Request, Answer> = new Lane(this.pool, authority, this.batching, () => {
      if (this.lanes.get(authority) === lane) this.lanes.delete(authority);
    });
    this.lanes.set(authority, lane);
    return lane.ask(request);
  }
}
