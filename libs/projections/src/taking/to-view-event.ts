import { factsOf, parseStreamName, type RecordedEvent } from '#event-log';
import { viewEvent, type EventPlace, type StreamId, type ViewEvent } from '#views';

/**
 * What views may know of an event: its place, who did it and its facts in the shape of today. The narrative stays behind.
 * @throws UnreadableEvent for an event that a newer version of the product wrote.
 */
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
  return viewEvent(place, header.type, header.schema, factsOf(event));
}
