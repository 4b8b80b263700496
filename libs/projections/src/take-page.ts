import { parseStreamName, type LogPage, type RecordedEvent } from '#event-log';
import type { StreamId, View, ViewEvent } from '#views';
import { foldPage } from './fold-page.js';
import { PoisonEvent } from './poison-event.js';
import { toViewEvent } from './to-view-event.js';
import type { FoldState, Generation, ViewStore } from './view-store.js';

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
  const streams = new Map<string, StreamId>(
    events.map(({ stream }) => [`${stream.kind}-${stream.id}`, stream]),
  );
  const state = await store.load(view, authority, generation.number, [...streams.values()]);
  const { folded, refused } = foldUpToPoison(view, events, state);
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

/** Folding again what comes before is paid only where there is poison. */
function foldUpToPoison(
  view: View,
  events: readonly ViewEvent[],
  state: FoldState,
): { readonly folded: FoldState; readonly refused: PoisonEvent | null } {
  try {
    return { folded: foldPage(view, events, state), refused: null };
  } catch (error) {
    if (!(error instanceof PoisonEvent)) throw error;
    const before = events.filter(({ position }) => position < error.at.position);
    return { folded: foldPage(view, before, state), refused: error };
  }
}

function unreadable(view: View, { header, revision, position }: RecordedEvent, cause: unknown): PoisonEvent {
  const { kind, id } = parseStreamName(header.stream);
  const at = { id: header.id, type: header.type, stream: `${kind}-${id}`, revision, position };
  return new PoisonEvent(view.name, at, cause);
}
