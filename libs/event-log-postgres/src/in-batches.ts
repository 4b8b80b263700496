import { LogBusy } from '#event-log';
import type { Pool, PoolClient } from '#postgres';

export interface Batching<Request, Answer> {
  /** Answers in the order of the batch. */
  readonly send: (
    session: PoolClient,
    authority: string,
    batch: readonly Request[],
  ) => Promise<readonly Answer[]>;
  /** A batch holds one request of a key; the next one waits for the next batch. */
  readonly keyOf: (request: Request) => string;
  /** How much a request counts towards the limits. */
  readonly sizeOf: (request: Request) => number;
  readonly limits: Limits;
}

export interface Limits {
  /** Requests in a batch, and their size together; a larger request goes alone. */
  readonly atOnce: { readonly requests: number; readonly size: number };
  /** Requests of one authority that wait for a batch, and their size together. */
  readonly waiting: { readonly requests: number; readonly size: number };
}

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly key: string;
  readonly size: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Queue<Request, Answer> {
  readonly waiting: Waiting<Request, Answer>[];
  size: number;
}

/**
 * While one batch of an authority is on its way, further requests gather and leave together in the next one: a round trip, and with
 * appends a commit, is paid once per batch. Each caller gets its own answer, in the order of asking nobody is overtaken, and authorities do
 * not wait for each other. A batch that fails as a whole fails all of its callers, who may ask again.
 */
export class InBatches<Request, Answer> {
  private readonly queues = new Map<string, Queue<Request, Answer>>();

  constructor(
    private readonly pool: Pool,
    private readonly batching: Batching<Request, Answer>,
  ) {}

  /** @throws LogBusy when too much waits already; then the request was not taken. */
  ask(authority: string, request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { keyOf, sizeOf, limits } = this.batching;
      const size = sizeOf(request);
      const known = this.queues.get(authority);
      const queue = known ?? { waiting: [], size: 0 };
      if (queue.waiting.length >= limits.waiting.requests || queue.size >= limits.waiting.size) {
        reject(new LogBusy(authority));
        return;
      }
      queue.waiting.push({ request, key: keyOf(request), size, resolve, reject });
      queue.size += size;
      if (known !== undefined) return;
      this.queues.set(authority, queue);
      void this.drain(authority, queue);
    });
  }

  private async drain(authority: string, queue: Queue<Request, Answer>): Promise<void> {
    let session: PoolClient | null = null;
    while (queue.waiting.length > 0) {
      let batch: readonly Waiting<Request, Answer>[] = [];
      try {
        session ??= await this.pool.connect();
        batch = this.take(queue);
        const requests = batch.map(({ request }) => request);
        const answers = await this.batching.send(session, authority, requests);
        batch.forEach(({ resolve }, n) => resolve(answers[n]!));
        // Where sessions are scarce, every authority gets its turn.
        if (this.pool.waitingCount > 0) {
          session.release();
          session = null;
        }
      } catch (error) {
        // Without a session nobody who waits can be served. One that failed may be broken, and is not used again.
        for (const { reject } of session === null ? this.takeAll(queue) : batch) reject(error);
        session?.release(true);
        session = null;
      }
    }
    session?.release();
    this.queues.delete(authority);
  }

  private take(queue: Queue<Request, Answer>): readonly Waiting<Request, Answer>[] {
    const { atOnce } = this.batching.limits;
    const keys = new Set<string>();
    let size = 0;
    for (const { key, size: more } of queue.waiting) {
      if (keys.size === atOnce.requests || keys.has(key)) break;
      if (keys.size > 0 && size + more > atOnce.size) break;
      keys.add(key);
      size += more;
    }
    queue.size -= size;
    return queue.waiting.splice(0, keys.size);
  }

  private takeAll(queue: Queue<Request, Answer>): readonly Waiting<Request, Answer>[] {
    queue.size = 0;
    return queue.waiting.splice(0);
  }
}
