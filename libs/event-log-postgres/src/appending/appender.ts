import type { AppendAnswer } from '#event-log';
import type { PoolClient } from '#postgres';
import { appendAtHead } from './append-at-head.js';
import { appendDeciding } from './append-deciding.js';
import { foresee, type Foresight } from './foresight.js';
import { HeadInSight } from './head-in-sight.js';
import type { KnownAppend } from './known-append.js';

/**
 * Appends batches to the logs of authorities. Where the end of the log is in sight and the batch says where it goes on from, a plain
 * statement does; the database decides about every other batch, and about one that did not fit.
 */
export class Appender {
  private readonly heads = new Map<string, HeadInSight>();

  /** The answers are in the batch's order. No command id may be in the batch twice. */
  async append(
    session: PoolClient,
    authority: string,
    batch: readonly KnownAppend[],
  ): Promise<readonly AppendAnswer[]> {
    const sight = this.sightOf(authority);
    const { end } = sight;
    const events = batch.reduce((sum, append) => sum + append.events.length, 0);
    sight.sent(events, batch.at(-1)!.command.id);
    try {
      const foresight = end === null ? null : foresee(batch);
      if (end !== null && foresight !== null) {
        if (await appendAtHead(session, authority, end, foresight)) {
          sight.answered(events, end.position + BigInt(events), true);
          return asForeseen(end.position, foresight);
        }
        sight.missed();
      }
      const decided = await appendDeciding(session, authority, batch);
      sight.answered(events, decided.head, decided.answers.every(isAppended));
      return decided.answers;
    } catch (error) {
      // Whether it is in nobody knows.
      this.heads.delete(authority);
      throw error;
    }
  }

  private sightOf(authority: string): HeadInSight {
    const known = this.heads.get(authority);
    if (known !== undefined) return known;
    const sight = new HeadInSight();
    this.heads.set(authority, sight);
    return sight;
  }
}

const isAppended = ({ outcome }: AppendAnswer): boolean => outcome === 'appended';

function asForeseen(head: bigint, { appends }: Foresight): readonly AppendAnswer[] {
  let lastPosition = head;
  return appends.map(({ append, firstRevision, lastRevision }) => {
    lastPosition += BigInt(append.events.length);
    return { outcome: 'appended', stream: append.stream, firstRevision, lastRevision, lastPosition };
  });
}
