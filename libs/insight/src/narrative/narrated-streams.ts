import { Injectable } from '@nestjs/common';
import {
  upcast,
  type AggregateTypes,
  type AuthorityId,
  type Instant,
  type PersonId,
  type StreamKind,
} from '#audit-cycle';
import { factsOf, narrativeOf, streamName, type RecordedEvent } from '#event-log';
import { RecordedStreams, stateOf, withoutWords } from '../reading/recorded-streams.js';

/** Kinds of stream whose words are read one stream at a time. */
export type NarratedKind =
  | 'case-audit'
  | 'improvement-action'
  | 're-audit'
  | 'escalation'
  | 'review-round'
  | 'calibration-session'
  | 'measure';

/** What was written with one event. */
export interface WrittenWords {
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly actor: PersonId;
  /** Texts by name, in the shape of today. */
  readonly narrative: Readonly<Record<string, string>>;
}

/** One stream as the log has it: how things stand, to judge who may read it, and all that was written in it, in order. */
export interface NarratedStream<K extends NarratedKind> {
  readonly name: string;
  readonly id: string;
  readonly state: AggregateTypes[K]['state'];
  readonly revision: bigint;
  readonly words: readonly WrittenWords[];
}

/** Opens narrative where it is kept, in the log alone: no view ever holds any. */
@Injectable()
export class NarratedStreams {
  constructor(private readonly streams: RecordedStreams) {}

  /** Null where the authority has no such stream. With the words of the events that are asked about, or of all. */
  async open<K extends NarratedKind>(
    authority: AuthorityId,
    kind: K,
    id: string,
    isAskedAbout: (event: AggregateTypes[K]['event'], state: AggregateTypes[K]['state']) => boolean = () =>
      true,
  ): Promise<NarratedStream<K> | null> {
    const events = await this.streams.events(authority, kind, id);
    const last = events.at(-1);
    if (last === undefined) return null;
    const state = stateOf(kind, events);
    return {
      ...{ name: streamName(authority, kind, id), id, state, revision: last.revision },
      words: events.filter((event) => isAskedAbout(withoutWords<K>(event), state)).flatMap(wordsOf),
    };
  }

  /** How something stands that says who may read: as if nothing had happened where the authority has no such stream. */
  async standing<K extends StreamKind>(
    authority: AuthorityId,
    kind: K,
    id: string,
  ): Promise<AggregateTypes[K]['state']> {
    return stateOf(kind, await this.streams.events(authority, kind, id));
  }
}

function wordsOf(event: RecordedEvent): readonly WrittenWords[] {
  const { type, schema, occurredAt, actor } = event.header;
  const { narrative = null } = upcast(type, schema, { facts: factsOf(event), narrative: narrativeOf(event) });
  return narrative === null ? [] : [{ revision: Number(event.revision), type, occurredAt, actor, narrative }];
}
