import { PoisonEvent } from './poison-event.js';
import { takePages, type Taken, type Taking } from '../taking/take-pages.js';

/** Takes pages as `takePages` does, and records what the generation stopped at before the PoisonEvent is thrown on. */
export async function* takeOrStop(
  taking: Taking & { readonly now: () => Date },
): AsyncGenerator<Taken, void, void> {
  const { store, view, authority, generation, now } = taking;
  try {
    yield* takePages(taking);
  } catch (error) {
    if (error instanceof PoisonEvent) {
      const stopped = { at: error.at, error: error.reason, now: now().toISOString() };
      await store.stop(view, authority, generation.number, stopped);
    }
    throw error;
  }
}
