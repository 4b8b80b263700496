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
  const folding = new Folding(view);
  folding.learn(folding.unknown(events), state);
  const { poison, ...folded } = folding.fold(events);
  if (poison !== null) throw poison;
  return folded;
}
