import { accept, refuse, type Decision } from '../decider.js';
import type { PersonContext } from './context.js';
import type { PersonEvent } from './events.js';
import type { PersonState } from './state.js';

/** Refusals: own-approval, already-approved. */
export const approveAuditor = (
  state: PersonState,
  { actor, person }: PersonContext,
): Decision<PersonEvent> => {
  if (actor.person === person) {
    return refuse('own-approval', 'Somebody else must approve you as an auditor.');
  }
  if (state.approvedAuditor) return refuse('already-approved', 'This auditor is approved already.');
  return accept({ type: 'AuditorApproved', facts: { approvedBy: actor.person }, narrative: null });
};
