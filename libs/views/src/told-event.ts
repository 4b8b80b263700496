import type { Instant, StreamKind } from '#audit-cycle';
import type { ViewEvent } from './view.js';

/** One event as entries tell of it: what happened, never what was written about it. */
export interface ToldEvent {
  /** Order in the authority's log, a whole number. */
  readonly position: string;
  readonly streamKind: StreamKind;
  readonly streamId: string;
  readonly revision: number;
  /** Id of the event. */
  readonly id: string;
  readonly type: ViewEvent['type'];
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly facts: object;
}

export const told = (event: ViewEvent): ToldEvent => ({
  position: event.position.toString(),
  streamKind: event.stream.kind,
  streamId: event.stream.id,
  revision: Number(event.revision),
  id: event.id,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: event.actor,
  facts: event.facts,
});
