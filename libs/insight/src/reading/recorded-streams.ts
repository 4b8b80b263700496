import { Inject, Injectable } from '@nestjs/common';
import { aggregates, upcast, type AggregateTypes, type AuthorityId, type StreamKind } from '#audit-cycle';
import {
  DEFAULT_PAGE,
  factsOf,
  parseStreamName,
  streamName,
  type EventLog,
  type RecordedEvent,
} from '#event-log';
import { RECORD } from './sources.js';

/** One stream as the log has it now; it has an event at least. */
export interface StreamRead<K extends StreamKind> {
  readonly id: string;
  readonly state: AggregateTypes[K]['state'];
  readonly first: RecordedEvent;
  readonly revision: bigint;
}

/** Reads streams from the log: of kinds that there are few of, so that no view is kept of them. */
@Injectable()
export class RecordedStreams {
  constructor(@Inject(RECORD) private readonly record: EventLog) {}

  /** How much of the log there is: what is read afterwards tells of it, or of more. */
  head(authority: AuthorityId): Promise<bigint> {
    return this.record.head(authority);
  }

  /** All events of one stream, in order; none where the authority has no such stream. */
  async events(authority: AuthorityId, kind: StreamKind, id: string): Promise<readonly RecordedEvent[]> {
    const stream = streamName(authority, kind, id);
    const events: RecordedEvent[] = [];
    for (;;) {
      const page = await this.record.readStream(stream, { after: events.at(-1)?.revision ?? -1n });
      events.push(...page);
      if (page.length < DEFAULT_PAGE) return events;
    }
  }

  /** Null where the authority has no such stream. */
  async one<K extends StreamKind>(
    authority: AuthorityId,
    kind: K,
    id: string,
  ): Promise<StreamRead<K> | null> {
    return read(kind, id, await this.events(authority, kind, id));
  }

  /** Every stream of a kind, in the order in which they began. */
  async all<K extends StreamKind>(authority: AuthorityId, kind: K): Promise<readonly StreamRead<K>[]> {
    const streams = new Map<string, RecordedEvent[]>();
    let after = 0n;
    for (;;) {
      const page = await this.record.readAll(authority, { after, filter: { kinds: [kind] } });
      for (const event of page.events) {
        const { id } = parseStreamName(event.header.stream);
        streams.set(id, [...(streams.get(id) ?? []), event]);
      }
      if (page.through === after) break;
      after = page.through;
    }
    return [...streams].flatMap(([id, events]) => read(kind, id, events) ?? []);
  }
}

function read<K extends StreamKind>(
  kind: K,
  id: string,
  events: readonly RecordedEvent[],
): StreamRead<K> | null {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { id, state: stateOf(kind, events), first, revision: last.revision };
}

/** How something stands after these events. */
export function stateOf<K extends StreamKind>(
  kind: K,
  events: readonly RecordedEvent[],
): AggregateTypes[K]['state'] {
  const { evolve, initialState } = aggregates[kind];
  return events.map(withoutWords<K>).reduce(evolve, initialState);
}

/** No state depends on text. The log holds what deciders made, so the type and the facts belong together. */
export function withoutWords<K extends StreamKind>(event: RecordedEvent): AggregateTypes[K]['event'] {
  const { type, schema } = event.header;
  const { facts } = upcast(type, schema, { facts: factsOf(event) });
  return { type, facts, narrative: null } as AggregateTypes[K]['event'];
}
