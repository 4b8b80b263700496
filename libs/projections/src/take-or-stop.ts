import type { LogPage } from '#event-log';
import type { View } from '#views';
import { PoisonEvent } from './poison-event.js';
import { takePage } from './take-page.js';
import type { Generation, ViewStore } from './view-store.js';

/** Takes a page as `takePage` does, and records what the generation stopped at before the PoisonEvent is thrown on. */
export async function takeOrStop(
  { store, now }: { readonly store: ViewStore; readonly now: () => Date },
  view: View,
  authority: string,
  generation: Generation,
  page: LogPage,
): Promise<'applied' | 'stale'> {
  try {
    return await takePage(store, view, authority, generation, page);
  } catch (error) {
    if (error instanceof PoisonEvent) {
      const stopped = { at: error.at, error: error.reason, now: now().toISOString() };
      await store.stop(view, authority, generation.number, stopped);
    }
    throw error;
  }
}
