import { accept, refuse, type Decision } from '../decider.js';
import type { ApproveAuditor } from './commands.js';
import type { PersonContext } from './context.js';
import type { PersonEvent } from './events.js';
import type { PersonState } from './state.js';

/** Refusals: own-approval, already-approved. */
export const approveAuditor = (
  { calibration }: ApproveAuditor,
  state: PersonState,
  { actor, person }: PersonContext,
): Decision<PersonEvent> => {
  const approvedBy = calibration?.approvedBy ?? actor.person;
  if (approvedBy === person) {
    return refuse('own-approval', 'Somebody else must approve you as an auditor.');
  }
  if (state.approvedAuditor) return refuse('already-approved', 'This auditor is approved already.');
  const session = calibration?.session ?? null;
  return accept({ type: 'AuditorApproved', facts: { approvedBy, session }, narrative: null });
};
