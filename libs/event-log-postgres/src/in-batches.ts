type Send<Request, Answer> = (authority: string, batch: readonly Request[]) => Promise<readonly Answer[]>;

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 128;

/**
 * While one batch of an authority is on its way, further requests gather and leave together in the next one: a round trip, and with appends a
 * commit, is paid once per batch. Each caller gets its own answer. A batch that fails as a whole fails all of its callers, who may
 * ask again.
 */
export class InBatches<Request, Answer> {
  private readonly queues = new Map<string, Waiting<Request, Answer>[]>();

  /** `send` answers in the order of the batch. */
  constructor(private readonly send: Send<Request, Answer>) {}

  ask(authority: string, request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = { request, resolve, reject };
      const queue = this.queues.get(authority);
      if (queue !== undefined) {
        queue.push(waiting);
      } else {
        this.queues.set(authority, [waiting]);
        void this.drain(authority);
      }
    });
  }

  private async drain(authority: string): Promise<void> {
    const queue = this.queues.get(authority)!;
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST_AT_ONCE);
      try {
        const requests = batch.map(({ request }) => request);
        const answers = await this.send(authority, requests);
        batch.forEach(({ resolve }, n) => resolve(answers[n]!));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.queues.delete(authority);
  }
}
