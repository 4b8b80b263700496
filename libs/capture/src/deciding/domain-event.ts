import { upcast, type AggregateTypes, type StreamKind } from '#audit-cycle';
import { factsOf, type RecordedEvent } from '#event-log';

/**
 * An event as the domain folds it, in the shape of today. Narrative stays in the log: no state may depend on text that can be destroyed.
 * @throws UnreadableEvent for an event that a newer version wrote; nothing may be decided without it.
 */
export function domainEvent<K extends StreamKind>(recorded: RecordedEvent): AggregateTypes[K]['event'] {
  const { type, schema } = recorded.header;
  const { facts } = upcast(type, schema, { facts: factsOf(recorded) });
  return { type, facts, narrative: null } as AggregateTypes[K]['event'];
}
