import { accept, refuse, type Decision } from '../decider.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import type { CancelAction } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { notAnApprover } from './owner.js';
import { isOrWasOwner, type ImprovementAction } from './state.js';

/** Refusals: own-action, not-permitted, code-malformed, reason-missing. */
export const cancelAction = (
  { reasonCode, reason }: CancelAction,
  state: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const { actor } = context;
  if (isOrWasOwner(state, actor.person)) {
    return refuse('own-action', 'This action is or was yours, so somebody else must approve cancelling it.');
  }
  const refusal =
    notAnApprover(state.owner, context) ??
    needsReason({ reasonCode, reason }, 'Say why it is no longer needed, as a code and in words.');
  if (refusal !== null) return refusal;
  return accept({
    type: 'ActionCancelled',
    facts: { reasonCode, approvedBy: actor.person },
    narrative: { reason },
  });
};
