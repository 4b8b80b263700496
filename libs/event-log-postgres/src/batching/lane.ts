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

/**
 * The requests of one authority. One batch is on its way at a time; what comes meanwhile gathers and leaves together when it is back, so a
 * round trip, and with appends a commit, is paid once per batch. While the database works at one batch the next one is made here:
 * a batch leaves before the answers to the one before are looked at. Nobody is overtaken.
 */
export class Lane<Request, Answer> {
  private readonly waiting: Waiting<Request, Answer>[] = [];
  private size = 0;
  private session: PoolClient | null = null;
  private busy = false;

  constructor(
    private readonly pool: Pool,
    private readonly authority: string,
    private readonly batching: Batching<Request, Answer>,
    /** Called when nothing waits and no session is held. */
    private readonly onRest: () => void,
  ) {}

  /** @throws LogBusy when too much waits already; then the request was not taken. */
  ask(request: Request): Promise<Answer> {
    const { keyOf, sizeOf, limits } = this.batching;
    if (this.waiting.length >= limits.waiting.requests || this.size >= limits.waiting.size)
      return Promise.reject(new LogBusy(this.authority));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const size = sizeOf(request);
    this.waiting.push({ request, key: keyOf(request), size, resolve, reject });
    this.size += size;
    this.go();
    return promise;
  }

  private go(): void {
    if (this.busy || this.waiting.length === 0) return;
    this.busy = true;
    void (this.session === null ? this.connect() : this.send(this.session, this.take()));
  }

  private async connect(): Promise<void> {
    try {
      this.session = await this.pool.connect();
    } catch (error) {
      // Without a session nobody who waits can be served; they may ask again.
      for (const { reject } of this.takeAll()) reject(error);
    }
    this.onward();
  }

  private async send(session: PoolClient, batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    try {
      const requests = batch.map(({ request }) => request);
      const answers = await this.batching.send(session, this.authority, requests);
      batch.forEach(({ resolve }, n) => resolve(answers[n]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
      // Nobody knows what state it is in.
      this.release(true);
    }
    // Where sessions are scarce, everybody gets a turn.
    if (this.pool.waitingCount > 0) this.release();
    this.onward();
  }

  private onward(): void {
    this.busy = false;
    this.go();
    if (!this.busy) setImmediate(() => this.rest());
  }

  /** Keeps the session for those who ask again as soon as they are answered, and no longer. */
  private rest(): void {
    if (this.busy) return;
    this.release();
    this.onRest();
  }

  private release(broken = false): void {
    this.session?.release(broken);
    this.session = null;
  }

  private take(): readonly Waiting<Request, Answer>[] {
    const { atOnce } = this.batching.limits;
    const keys = new Set<string>();
    let size = 0;
    for (const { key, size: more } of this.waiting) {
      if (keys.size === atOnce.requests || keys.has(key)) break;
      if (keys.size > 0 && size + more > atOnce.size) break;
      keys.add(key);
      size += more;
    }
    this.size -= size;
    return this.waiting.splice(0, keys.size);
  }

  private takeAll(): readonly Waiting<Request, Answer>[] {
    this.size = 0;
    return this.waiting.splice(0);
  }
}
