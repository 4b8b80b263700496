import { factsOf, parseStreamName, type RecordedEvent } from '#event-log';
import type { EventPlace, StreamId, ViewEvent } from '#views';

/** What views may know of an event: its place, who did it and its facts. The narrative stays behind. */
export function toViewEvent(event: RecordedEvent): ViewEvent {
  const { header, position, revision, recordedAt } = event;
  const { kind, id } = parseStreamName(header.stream);
  const place: EventPlace = {
    position,
    stream: { kind: kind as StreamId['kind'], id },
    revision,
    id: header.id,
    occurredAt: header.occurredAt,
    recordedAt,
    actor: header.actor,
  };
  // The log holds what deciders made, so the type and the facts belong together.
  return { ...place, type: header.type, facts: factsOf(event) } as ViewEvent;
}
