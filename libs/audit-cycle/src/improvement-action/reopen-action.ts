import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
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
  const refusal = notAVerifier(actor) ?? needsCode(reasonCode);
  if (refusal !== null) return refusal;
  if (!isWritten(reason)) return refuse('reason-missing', 'Write down what is still to be done.');
  const by = actor.person;
  return accept({ type: 'ActionReopened', facts: { by, reasonCode }, narrative: { reason } });
};
