import type { View, ViewEvent } from '#views';
import type { Written } from '../folding/changes.js';
import { Folding } from '../folding/folding.js';
import type { FoldState } from '../view-store.js';

/**
 * Folds one page of events into what is to be written, from how its streams stand.
 * @throws PoisonEvent for the first event that a fold cannot take or that leaves a gap in its stream.
 */
export function foldPage(view: View, events: readonly ViewEvent[], state: FoldState): Written {
  const folding = new Folding(view);
  const changes = folding.batch();
  const page = folding.page(events);
  page.learn(state);
  const poison = page.fold(changes);
  if (poison !== null) throw poison;
  return changes.written;
}
