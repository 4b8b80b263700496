import type { EventAtFault } from './poison-event.js';

/**
 * A generation of a view stands right before an event that it cannot take, and waits until somebody asks it to try again or
 * another program comes. It is over as soon as the checkpoint has gone past the event.
 */
export interface Stop extends EventAtFault {
  readonly generation: number;
  /** Version of the view that the generation is made by. */
  readonly version: number;
  /** Why; one line. */
  readonly error: string;
  /** When this event first stopped it. */
  readonly since: string;
  /** How often this event was tried. */
  readonly attempts: number;
  /** Somebody has asked to try again, and nobody has yet. */
  readonly retryAsked: boolean;
}

/** What is to be recorded of a stop. */
export interface Stopped {
  readonly at: EventAtFault;
  readonly error: string;
  readonly now: string;
}
