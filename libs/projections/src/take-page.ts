import { parseStreamName, type LogPage, type RecordedEvent } from '#event-log';
import type { View, ViewEvent } from '#views';
import { Folding } from './folding.js';
import { PoisonEvent } from './poison-event.js';
import { toViewEvent } from './to-view-event.js';
import type { Generation, ViewStore } from './view-store.js';

/**
 * Takes the page that follows the generation's position. `stale`: somebody else has moved on; look again where it stands.
 * @throws PoisonEvent for an event that the view cannot take, after everything before it was applied: the checkpoint then
 * stands right before it.
 */
export async function takePage(
  store: ViewStore,
  view: View,
  authority: string,
  generation: Generation,
  page: LogPage,
): Promise<'applied' | 'stale'> {
  const { events, unknown } = understood(view, page.events);
  const folding = new Folding(view);
  const streams = folding.unknown(events);
  folding.learn(streams, await store.load(view, authority, generation.number, streams));
  const { poison: refused, ...folded } = folding.fold(events);
  const poison = refused ?? unknown;
  const after = generation.position;
  const through = poison === null ? page.through : poison.at.position - 1n;
  if (through > after) {
    const batch = { view, authority, generation: generation.number, after, through, ...folded };
    if ((await store.apply(batch)) === 'stale') return 'stale';
  }
  if (poison !== null) throw poison;
  return 'applied';
}

/** The events up to the first that this program cannot read, and that one. */
function understood(
  view: View,
  recorded: readonly RecordedEvent[],
): { readonly events: readonly ViewEvent[]; readonly unknown: PoisonEvent | null } {
  const events: ViewEvent[] = [];
  for (const event of recorded) {
    try {
      events.push(toViewEvent(event));
    } catch (error) {
      return { events, unknown: unreadable(view, event, error) };
    }
  }
  return { events, unknown: null };
}

function unreadable(view: View, { header, revision, position }: RecordedEvent, cause: unknown): PoisonEvent {
  const { kind, id } = parseStreamName(header.stream);
  const at = { id: header.id, type: header.type, stream: `${kind}-${id}`, revision, position };
  return new PoisonEvent(view.name, at, cause);
}
