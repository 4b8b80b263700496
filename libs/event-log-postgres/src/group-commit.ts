import type { Append, AppendAnswer } from '#event-log';

type SendBatch = (authority: string, batch: readonly Append[]) => Promise<AppendAnswer[]>;

interface Waiting {
  readonly append: Append;
  readonly resolve: (answer: AppendAnswer) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_APPENDS = 128;

/**
 * While one batch of an authority is being committed, further appends gather and leave together in the next one, so that a
 * commit is paid once per batch. Each caller gets its own answer; a batch that fails as a whole fails all of its callers,
 * who may send their commands again.
 */
export class GroupCommit {
  private readonly queues = new Map<string, Waiting[]>();

  constructor(private readonly send: SendBatch) {}

  append(authority: string, append: Append): Promise<AppendAnswer> {
    return new Promise((resolve, reject) => {
      const waiting = { append, resolve, reject };
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
      const batch = queue.splice(0, MOST_APPENDS);
      try {
        const answers = await this.send(
          authority,
          batch.map(({ append }) => append),
        );
        batch.forEach(({ resolve }, n) => resolve(answers[n]!));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.queues.delete(authority);
  }
}
