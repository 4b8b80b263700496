import type { StreamId, View, ViewEvent } from '#views';
import { foldPage } from './fold-page.js';
import type { Generation, ViewStore } from '../view-store.js';

/** Folds events into a generation in pages of some size, without a log. @throws Error when somebody else moved it on. */
export async function keepUp(
  store: ViewStore,
  view: View,
  authority: string,
  events: readonly ViewEvent[],
  { pageSize = 7, generation }: { pageSize?: number; generation?: Generation } = {},
): Promise<void> {
  const { number, position: start } = generation ?? (await store.open(view, authority));
  let position = start;
  for (let at = 0; at < events.length; at += pageSize) {
    const page = events.slice(at, at + pageSize);
    const streams = new Map<string, StreamId>(page.map(({ stream }) => [stream.id, stream]));
    const state = await store.load(view, authority, number, [...streams.values()]);
    const relevant = page.filter(({ stream }) =>
      view.tables.some(({ kinds }) => kinds.includes(stream.kind)),
    );
    const folded = foldPage(view, relevant, state);
    const through = position + BigInt(page.length);
    const batch = { view, authority, generation: number, after: position, through, ...folded };
    if ((await store.apply(batch)) !== 'applied') throw new Error('Somebody else moved the view on');
    position = through;
  }
}
