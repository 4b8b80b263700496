import type { AggregateTypes, StreamKind } from '#audit-cycle';
import { factsOf, type RecordedEvent } from '#event-log';

/** An event as the domain folds it. Narrative stays in the log: no state may depend on text that can be destroyed. */
export const domainEvent = <K extends StreamKind>(recorded: RecordedEvent): AggregateTypes[K]['event'] =>
  ({ type: recorded.header.type, facts: factsOf(recorded), narrative: null }) as AggregateTypes[K]['event'];
