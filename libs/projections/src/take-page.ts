import type { LogPage } from '#event-log';
import type { StreamId, View } from '#views';
import { foldPage } from './fold-page.js';
import { toViewEvent } from './to-view-event.js';
import type { Generation, ViewStore } from './view-store.js';

/** Takes the page that follows the generation's position. `stale`: somebody else has moved on; look again where it stands. */
export async function takePage(
  store: ViewStore,
  view: View,
  authority: string,
  generation: Generation,
  page: LogPage,
): Promise<'applied' | 'stale'> {
  const events = page.events.map(toViewEvent);
  const streams = new Map<string, StreamId>(
    events.map(({ stream }) => [`${stream.kind}-${stream.id}`, stream]),
  );
  const state = await store.load(view, authority, generation.number, [...streams.values()]);
  return store.apply({
    view,
    authority,
    generation: generation.number,
    after: generation.position,
    through: page.through,
    ...foldPage(view, events, state),
  });
}
