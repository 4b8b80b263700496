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

/** One batch is worked at while the next one is there already; a third would only wait. */
const BATCHES_ON_THEIR_WAY = 2;

/**
 * The requests of one authority. What comes while a batch is on its way gathers and leaves together, so a round trip, and with appends a
 * commit, is paid once per batch. As soon as as much waits as is on its way, it follows without waiting for the answer: while the database
 * works at one batch, the answers to the last are looked at here and the next one is made. Batches go through one session one
 * after the other, so nobody is overtaken.
 */
export class Lane<Request, Answer> {
  private readonly waiting: Waiting<Request, Answer>[] = [];
  private size = 0;
  private session: PoolClient | null = null;
  private isConnecting = false;
  /** Nobody knows what state a session is in after a failure. */
  private isSpoilt = false;
  private readonly onTheirWay = { batches: 0, requests: 0 };
  private lastBatch = 1;
  private willFlush = false;

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

  /** Sends a batch when it is time for one. */
  private go(): void {
    const { batches, requests } = this.onTheirWay;
    if (this.isConnecting || batches === BATCHES_ON_THEIR_WAY) return;
    if (batches > 0 && this.hasToGiveBack()) return;
    const enough = batches === 0 ? Math.ceil(this.lastBatch / 2) : requests;
    if (this.waiting.length >= enough) this.sendNext();
    else if (batches === 0) this.flush();
  }

  /** Sends what there is once everybody who asks at this moment has asked. */
  private flush(): void {
    if (this.willFlush) return;
    this.willFlush = true;
    process.nextTick(() => {
      this.willFlush = false;
      if (this.onTheirWay.batches === 0 && !this.isConnecting) this.sendNext();
    });
  }

  private sendNext(): void {
    if (this.waiting.length === 0) return;
    if (this.session === null) {
      void this.connect();
      return;
    }
    const batch = this.take();
    this.lastBatch = batch.length;
    this.onTheirWay.batches += 1;
    this.onTheirWay.requests += batch.length;
    void this.send(this.session, batch);
  }

  private async connect(): Promise<void> {
    this.isConnecting = true;
    try {
      this.session = await this.pool.connect();
    } catch (error) {
      // Without a session nobody who waits can be served; they may ask again.
      for (const { reject } of this.takeAll()) reject(error);
    }
    this.isConnecting = false;
    this.sendNext();
    setImmediate(() => this.rest());
  }

  private async send(session: PoolClient, batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    try {
      const requests = batch.map(({ request }) => request);
      const answers = await this.batching.send(session, this.authority, requests);
      batch.forEach(({ resolve }, n) => resolve(answers[n]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
      this.isSpoilt = true;
    }
    this.onTheirWay.batches -= 1;
    this.onTheirWay.requests -= batch.length;
    this.onward();
  }

  private onward(): void {
    if (this.onTheirWay.batches > 0) {
      this.go();
      return;
    }
    if (this.hasToGiveBack()) this.giveBack();
    this.sendNext();
    setImmediate(() => this.rest());
  }

  /** Keeps the session for those who ask again as soon as they are answered, and no longer. */
  private rest(): void {
    if (this.isConnecting || this.onTheirWay.batches > 0) return;
    this.giveBack();
    this.onRest();
  }

  /** A spoilt session; and where sessions are scarce, everybody gets a turn. */
  private hasToGiveBack(): boolean {
    return this.isSpoilt || this.pool.waitingCount > 0;
  }

  private giveBack(): void {
    this.session?.release(this.isSpoilt);
    this.session = null;
    this.isSpoilt = false;
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
