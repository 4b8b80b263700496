import type { Decider } from '../decider.js';
import type { EscalationCommand } from './commands.js';
import type { EscalationContext } from './context.js';
import { decideEscalation } from './decide.js';
import type { EscalationEvent } from './events.js';
import { evolveEscalation, notOpened, type EscalationState } from './state.js';

/** What cannot wait: put before a named person, taken on, dealt with and on the child's record, or visibly late. */
export const escalation: Decider<EscalationState, EscalationCommand, EscalationEvent, EscalationContext> = {
  initialState: notOpened,
  evolve: evolveEscalation,
  decide: decideEscalation,
};
