import type { Order } from '#audit-cycle';
import type { RecordedEvent } from '#event-log';

/** What follows from an event, to be done by the product itself. The ids of orders depend on the event's cause alone. */
export interface Reaction {
  /** Types of events that it reacts to. */
  readonly to: readonly string[];
  readonly orders: (event: RecordedEvent) => Promise<readonly Order[]>;
}

/** The sequence of steps that carries decisions on: a name for its checkpoint, and its reactions. */
export interface Process {
  readonly name: string;
  readonly reactions: readonly Reaction[];
}
