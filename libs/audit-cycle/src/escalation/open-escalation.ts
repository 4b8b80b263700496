import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import type { OpenEscalation } from './commands.js';
import type { EscalationContext } from './context.js';
import { dueAtOf } from './due-at.js';
import type { EscalationEvent } from './events.js';

/**
 * Follows from what an audit recorded, so nothing about the case or about whom it is put before can stop it. What is
 * about staff is opened without a word. Refusals: not-permitted, not-found.
 */
export const openEscalation = (
  command: OpenEscalation,
  { actor, audit, cycle, calendar }: EscalationContext,
): Decision<EscalationEvent> => {
  if (actor.process === undefined) {
    return refuse('not-permitted', 'Raise the risk on the audit itself; that opens an escalation.');
  }
  if (audit.status === 'not-selected' || cycle.status === 'not-planned') {
    return refuse('not-found', 'There is no such audit.');
  }
  const { concern, reason, risk, raisedBy, raisedAt, to, restricted } = command;
  const { cycle: cycleId, child } = audit.selected;
  const dueAt = dueAtOf(command, cycle.policy.escalation, calendar);
  return accept({
    type: 'EscalationOpened',
    facts: {
      ...{ audit: command.audit, cycle: cycleId, child },
      ...{ reason, risk, raisedBy, raisedAt, to, dueAt, restricted },
    },
    narrative: restricted ? null : narrative({ concern }),
  });
};
