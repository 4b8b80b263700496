import type { View, ViewEvent } from '#views';
import { Folding, type Folded } from './folding.js';
import type { FoldState } from './view-store.js';

/**
 * Folds one page of events into what is to be written, from how its streams stand.
 * @throws PoisonEvent for the first event that a fold cannot take or that leaves a gap in its stream.
 */
export function foldPage(
  view: View,
  events: readonly ViewEvent[],
  state: FoldState,
): Pick<Folded, 'revisions' | 'tables'> {
  const page = new Folding(view).page(events);
  page.learn(state);
  const { poison, ...folded } = page.fold();
  if (poison !== null) throw poison;
  return folded;
}
