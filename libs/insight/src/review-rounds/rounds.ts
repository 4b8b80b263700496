import { Inject, Injectable } from '@nestjs/common';
import {
  aggregates,
  upcast,
  type AuthorityId,
  type ReviewRound,
  type ReviewRoundEvent,
  type ReviewRoundState,
} from '#audit-cycle';
import {
  DEFAULT_PAGE,
  factsOf,
  parseStreamName,
  streamName,
  type EventLog,
  type RecordedEvent,
} from '#event-log';
import { RECORD } from '../reading/sources.js';

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
  constructor(@Inject(RECORD) private readonly record: EventLog) {}

  /** How much of the log there is: what is read afterwards tells of it, or of more. */
  head(authority: AuthorityId): Promise<bigint> {
    return this.record.head(authority);
  }

  /** Null where the authority has no such round. */
  async one(authority: AuthorityId, id: string): Promise<RoundRead | null> {
    const events: RecordedEvent[] = [];
    const stream = streamName(authority, 'review-round', id);
    for (;;) {
      const page = await this.record.readStream(stream, { after: events.at(-1)?.revision ?? -1n });
      events.push(...page);
      if (page.length < DEFAULT_PAGE) return folded(id, events);
    }
  }

  /** All of them, the latest half-year first. There are two in a year. */
  async all(authority: AuthorityId): Promise<readonly RoundRead[]> {
    const streams = new Map<string, RecordedEvent[]>();
    let after = 0n;
    for (;;) {
      const page = await this.record.readAll(authority, { after, filter: { kinds: ['review-round'] } });
      for (const event of page.events) {
        const { id } = parseStreamName(event.header.stream);
        streams.set(id, [...(streams.get(id) ?? []), event]);
      }
      if (page.through === after) break;
      after = page.through;
    }
    return [...streams]
      .flatMap(([id, events]) => folded(id, events) ?? [])
      .sort((a, b) => (later(a, b) ? -1 : 1));
  }
}

const later = (a: RoundRead, b: RoundRead): boolean =>
  `${a.round.opened.halfYear.to} ${a.id}` > `${b.round.opened.halfYear.to} ${b.id}`;

function folded(id: string, events: readonly RecordedEvent[]): RoundRead | null {
  const { evolve, initialState } = aggregates['review-round'];
  const state = events.reduce<ReviewRoundState>((before, event) => {
    const { type, schema } = event.header;
    const { facts } = upcast(type, schema, { facts: factsOf(event) });
    // The log holds what deciders made, so the type and the facts belong together; no state depends on text.
    return evolve(before, { type, facts, narrative: null } as ReviewRoundEvent);
  }, initialState);
  const last = events.at(-1);
  return last === undefined || state.status === 'not-opened'
    ? null
    : { id, round: state, revision: last.revision };
}
