import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { MoveDueDate } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { notAnApprover } from './owner.js';
import { isOrWasOwner, type ImprovementAction } from './state.js';

/** Refusals: own-due-date, not-permitted, not-a-date, due-in-the-past, same-due-date, code-malformed. */
export const moveDueDate = (
  { to, reasonCode, reason }: MoveDueDate,
  state: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const { actor, now } = context;
  const { owner, due: from } = state;
  if (isOrWasOwner(state, actor.person)) {
    return refuse(
      'own-due-date',
      'This action is or was yours, so somebody else must approve another due date.',
    );
  }
  const notPermitted = notAnApprover(owner, context);
  if (notPermitted !== null) return notPermitted;
  if (!isIsoDate(to)) return refuse('not-a-date', 'Write the due date as YYYY-MM-DD.', { date: to });
  if (to < londonDate(now)) return refuse('due-in-the-past', 'The due date has passed already.', { due: to });
  if (to === from) return refuse('same-due-date', 'The action is due on that day already.');
  return (
    needsCode(reasonCode) ??
    accept({
      type: 'DueDateMoved',
      facts: { from, to, reasonCode, approvedBy: actor.person },
      narrative: narrative({ reason }),
    })
  );
};
