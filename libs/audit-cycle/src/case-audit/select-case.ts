import type { Cycle } from '../cycle/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import type { SelectCase } from './commands.js';
import type { CaseAuditContext } from './context.js';
import type { CaseAuditEvent, CaseSelected } from './events.js';
import type { CaseAuditState } from './state.js';
import { notInOpenCycle } from './way.js';

/**
 * A case comes into a cycle by its draw only: by the sample, or as the replacement that was drawn (rule 9).
 * Refusals: already-selected, not-permitted, cycle-not-open, cycle-closed, not-in-sample.
 */
export function selectCase(
  { facts }: SelectCase,
  state: CaseAuditState,
  { actor, cycle }: CaseAuditContext,
): Decision<CaseAuditEvent> {
  if (state.status !== 'not-selected') return refuse('already-selected', 'This case is selected already.');
  if (actor.process === undefined) {
    return refuse('not-permitted', 'Cases are selected by the draw of their cycle, not by a person.');
  }
  if (cycle.status !== 'open') return notInOpenCycle(cycle);
  if (!wasDrawn(facts, cycle)) {
    return refuse('not-in-sample', 'The draw of this cycle did not choose this case.', {
      drawIndex: facts.drawIndex,
    });
  }
  return accept({ type: 'CaseSelected', facts, narrative: null });
}

function wasDrawn({ by, stratum, drawIndex }: CaseSelected['facts'], cycle: Cycle): boolean {
  return by === 'draw'
    ? (cycle.sample?.strata.some((s) => s.stratum === stratum && s.chosen.includes(drawIndex)) ?? false)
    : cycle.replacements.some((r) => r.stratum === stratum && r.drawIndex === drawIndex);
}
