import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { DrawReplacement } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * The next case of the same stratum in draw order (rule 8); no case comes into a cycle twice.
 * Refusals: not-permitted, unknown-stratum, already-replaced, stratum-exhausted, already-drawn.
 */
export function drawReplacement(
  { replaces, stratum }: DrawReplacement,
  state: Cycle,
  { actor, next, now }: CycleContext,
): Decision<CycleEvent> {
  if (actor.process === undefined) {
    return refuse(
      'not-permitted',
      'A replacement is drawn by the product itself, when an audit is withdrawn.',
    );
  }
  const drawn = state.sample?.strata.find((one) => one.stratum === stratum);
  if (drawn === undefined) return refuse('unknown-stratum', 'The sample of this cycle has no such stratum.');
  if (state.replacements.some((one) => one.replaces === replaces)) {
    return refuse('already-replaced', 'A case was drawn in place of this audit already.');
  }
  if (next === null) {
    return refuse('stratum-exhausted', 'Every eligible case of this stratum is in the cycle already.', {
      stratum,
    });
  }
  return wasDrawn(next.drawIndex, state)
    ? refuse('already-drawn', 'This case is in the cycle already.', { drawIndex: next.drawIndex })
    : accept({
        type: 'ReplacementDrawn',
        facts: { replaces, stratum, ...next, drawnOn: londonDate(now) },
        narrative: null,
      });
}

const wasDrawn = (index: number, { sample, replacements }: Cycle): boolean =>
  replacements.some((one) => one.drawIndex === index) ||
  (sample?.strata.some((stratum) => stratum.chosen.includes(index)) ?? false);
