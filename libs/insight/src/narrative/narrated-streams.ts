import { Inject, Injectable } from '@nestjs/common';
import {
  aggregates,
  upcast,
  type AggregateTypes,
  type AuthorityId,
  type Instant,
  type PersonId,
  type StreamKind,
} from '#audit-cycle';
import {
  DEFAULT_PAGE,
  factsOf,
  narrativeOf,
  streamName,
  type EventLog,
  type RecordedEvent,
} from '#event-log';
import { RECORD } from '../reading/sources.js';

/** Kinds of stream whose words are read one stream at a time. */
export type NarratedKind = 'case-audit' | 'improvement-action' | 're-audit' | 'escalation' | 'review-round';

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
  constructor(@Inject(RECORD) private readonly record: EventLog) {}

  /** Null where the authority has no such stream. With the words of the events that are asked about, or of all. */
  async open<K extends NarratedKind>(
    authority: AuthorityId,
    kind: K,
    id: string,
    isAskedAbout: (event: AggregateTypes[K]['event']) => boolean = () => true,
  ): Promise<NarratedStream<K> | null> {
    const name = streamName(authority, kind, id);
    const events = await this.eventsOf(name);
    const last = events.at(-1);
    if (last === undefined) return null;
    return {
      ...{ name, id, revision: last.revision },
      state: folded(kind, events),
      words: events.filter((event) => isAskedAbout(withoutWords<K>(event))).flatMap(wordsOf),
    };
  }

  /** How something stands that says who may read: as if nothing had happened where the authority has no such stream. */
  async standing<K extends StreamKind>(
    authority: AuthorityId,
    kind: K,
    id: string,
  ): Promise<AggregateTypes[K]['state']> {
    return folded(kind, await this.eventsOf(streamName(authority, kind, id)));
  }

  private async eventsOf(stream: string): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (;;) {
      const page = await this.record.readStream(stream, { after: events.at(-1)?.revision ?? -1n });
      events.push(...page);
      if (page.length < DEFAULT_PAGE) return events;
    }
  }
}

function folded<K extends StreamKind>(kind: K, events: readonly RecordedEvent[]): AggregateTypes[K]['state'] {
  const { evolve, initialState } = aggregates[kind];
  return events.map(withoutWords<K>).reduce(evolve, initialState);
}

/** No state depends on text. The log holds what deciders made, so the type and the facts belong together. */
function withoutWords<K extends StreamKind>(event: RecordedEvent): AggregateTypes[K]['event'] {
  const { type, schema } = event.header;
  const { facts } = upcast(type, schema, { facts: factsOf(event) });
  return { type, facts, narrative: null } as AggregateTypes[K]['event'];
}

function wordsOf(event: RecordedEvent): readonly WrittenWords[] {
  const { type, schema, occurredAt, actor } = event.header;
  const { narrative = null } = upcast(type, schema, { facts: factsOf(event), narrative: narrativeOf(event) });
  return narrative === null ? [] : [{ revision: Number(event.revision), type, occurredAt, actor, narrative }];
}
