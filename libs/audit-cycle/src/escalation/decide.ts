import { refuse, type Decision } from '../decider.js';
import { acknowledgeEscalation } from './acknowledge-escalation.js';
import type { EscalationCommand } from './commands.js';
import type { EscalationContext } from './context.js';
import type { EscalationEvent } from './events.js';
import { isKeptFrom } from './kept-from.js';
import { openEscalation } from './open-escalation.js';
import { reassignEscalation } from './reassign-escalation.js';
import { resolveEscalation } from './resolve-escalation.js';
import type { EscalationState } from './state.js';

/**
 * In this order: is there such an escalation, may the person know of it, is it the time for this command, then the
 * command's own rules (rule 6 of the domain). Whom it is hidden from is answered as if there were none.
 */
export const decideEscalation = (
  command: EscalationCommand,
  state: EscalationState,
  context: EscalationContext,
): Decision<EscalationEvent> => {
  const { actor, audit, people } = context;
  if (command.type === 'OpenEscalation') {
    return state.status === 'not-opened'
      ? openEscalation(command, context)
      : refuse('already-open', 'This escalation has been opened already.');
  }
  if (state.status === 'not-opened' || audit.status === 'not-selected') return NOT_FOUND;
  if (isKeptFrom(actor.person, state, audit.selected, people)) return NOT_FOUND;
  if (state.status === 'resolved') return refuse('already-resolved', 'This has been dealt with already.');
  switch (command.type) {
    case 'AcknowledgeEscalation':
      return acknowledgeEscalation(state, context);
    case 'ReassignEscalation':
      return reassignEscalation(command, state, audit, context);
    case 'ResolveEscalation':
      return resolveEscalation(command, state, audit, context);
  }
};

const NOT_FOUND = refuse('not-found', 'There is no such escalation.');
