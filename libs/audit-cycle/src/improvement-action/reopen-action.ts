import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import type { ReopenAction } from './commands.js';
import type { ImprovementActionEvent } from './events.js';
import { isOrWasOwner, type ImprovementAction } from './state.js';
import { notAVerifier } from './verifier.js';

/** Refusals: own-action, not-permitted, code-malformed, reason-missing. */
export const reopenAction = (
  { reasonCode, reason }: ReopenAction,
  state: ImprovementAction,
  { actor }: Acting,
): Decision<ImprovementActionEvent> => {
  if (isOrWasOwner(state, actor.person)) {
    return refuse('own-action', 'This action is or was yours, so somebody else must decide to reopen it.');
  }
  const refusal =
    notAVerifier(actor) ??
    needsReason({ reasonCode, reason }, 'Say what is still to be done, as a code and in words.');
  if (refusal !== null) return refusal;
  const by = actor.person;
  return accept({ type: 'ActionReopened', facts: { by, reasonCode }, narrative: { reason } });
};
