import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { lateBy } from './breach.js';
import type { EscalationEvent } from './events.js';
import type { Escalation } from './state.js';

/** Refusals: not-the-named-person, already-acknowledged. */
export const acknowledgeEscalation = (
  state: Escalation,
  { actor, now }: Acting,
): Decision<EscalationEvent> => {
  if (actor.person !== state.to) {
    return refuse(
      'not-the-named-person',
      'This was put before somebody else. Have it handed to you before you take it on.',
    );
  }
  if (state.status === 'acknowledged') {
    return refuse('already-acknowledged', 'You have taken this on already.');
  }
  return accept(
    { type: 'EscalationAcknowledged', facts: { by: actor.person, at: now }, narrative: null },
    ...lateBy(state, now, 'acknowledged-late'),
  );
};
