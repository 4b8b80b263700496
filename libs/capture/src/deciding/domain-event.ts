import { EVENT_SCHEMAS, type AggregateTypes, type StreamKind } from '#audit-cycle';
import { factsOf, type RecordedEvent } from '#event-log';

/**
 * An event as the domain folds it. Narrative stays in the log: no state may depend on text that can be destroyed.
 * @throws Error for an event of a type or schema that this version does not know; nothing may be decided without it.
 */
export function domainEvent<K extends StreamKind>(recorded: RecordedEvent): AggregateTypes[K]['event'] {
  const { type, schema } = recorded.header;
  const known = (EVENT_SCHEMAS as Readonly<Record<string, number>>)[type];
  if (schema !== known) {
    throw new Error(
      `The event ${type} of schema ${schema} was written by another version of Touchstone; this one knows schema ${known ?? 'none'}. ` +
        'Run the version that wrote it, or a later one.',
    );
  }
  return { type, facts: factsOf(recorded), narrative: null } as AggregateTypes[K]['event'];
}
