import { viewEvent, VIEWS, type EventPlace, type StreamId, type TableFold, type ViewEvent } from '#views';
import type { GoldenEvent } from './golden-events.js';

const ID = '00000000-0000-7000-8000-000000000001';

/** A golden event as views see it, somewhere in a stream of its kind. */
export function seenByViews(kind: string, { type, schema, facts }: GoldenEvent): ViewEvent {
  const place: EventPlace = {
    position: 1n,
    stream: { kind: kind as StreamId['kind'], id: ID },
    revision: 0n,
    id: ID,
    occurredAt: '2026-01-01T00:00:00.000Z',
    recordedAt: '2026-01-01T00:00:00.000Z',
    actor: ID,
  };
  return viewEvent(place, type, schema, facts);
}

/** The views in which an event changes a row or makes one, in a stream that was begun by `first`. */
export const viewsThatFold = (
  kind: string,
  first: GoldenEvent,
  examples: readonly GoldenEvent[],
): readonly string[] =>
  VIEWS.filter(({ tables }) =>
    tables
      .filter(({ kinds }) => kinds.some((one) => one === kind))
      .some((table) =>
        folds(
          table,
          seenByViews(kind, first),
          examples.map((event) => seenByViews(kind, event)),
        ),
      ),
  ).map(({ name }) => name);

/** A fold gives back the same row where an event says nothing to its table. */
function folds(table: TableFold, first: ViewEvent, events: readonly ViewEvent[]): boolean {
  const begun = table.fold(null, first);
  return events.some((event) => event.type === first.type || table.fold(begun, event) !== begun);
}
