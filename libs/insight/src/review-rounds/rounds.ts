import { Injectable } from '@nestjs/common';
import type { AuthorityId, ReviewRound } from '#audit-cycle';
import { RecordedStreams, type StreamRead } from '../reading/recorded-streams.js';

/** A round as the log has it now. */
export interface RoundRead {
  readonly id: string;
  readonly round: ReviewRound;
  readonly revision: bigint;
}

/**
 * Reads review rounds from the log. What a reviewer is shown before their own grade follows from these streams alone: nothing of
 * the audit that they grade is so much as opened, so no answer, and no time that an answer takes, can tell anything of it.
 */
@Injectable()
export class Rounds {
  constructor(private readonly streams: RecordedStreams) {}

  /** How much of the log there is: what is read afterwards tells of it, or of more. */
  head(authority: AuthorityId): Promise<bigint> {
    return this.streams.head(authority);
  }

  /** Null where the authority has no such round. */
  async one(authority: AuthorityId, id: string): Promise<RoundRead | null> {
    const read = await this.streams.one(authority, 'review-round', id);
    return read === null ? null : opened(read);
  }

  /** All of them, the latest half-year first. There are two in a year. */
  async all(authority: AuthorityId): Promise<readonly RoundRead[]> {
    const read = await this.streams.all(authority, 'review-round');
    return read.flatMap((one) => opened(one) ?? []).sort((a, b) => (later(a, b) ? -1 : 1));
  }
}

const opened = ({ id, state, revision }: StreamRead<'review-round'>): RoundRead | null =>
  state.status === 'not-opened' ? null : { id, round: state, revision };

const later = (a: RoundRead, b: RoundRead): boolean =>
  `${a.round.opened.halfYear.to} ${a.id}` > `${b.round.opened.halfYear.to} ${b.id}`;
