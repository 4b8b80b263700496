import { gradingOf } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { originalOf } from './can-re-audit.js';
import type { GradeReAudit } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';
import type { ReAudit } from './state.js';

/**
 * The new grade stands beside those of the original audit, on their scale, with a verdict for every action.
 * Refusals: incomplete, rationale-missing.
 */
export function gradeReAudit(
  { grade, rationale }: GradeReAudit,
  state: ReAudit,
  context: ReAuditContext,
): Decision<ReAuditEvent> {
  const reAuditor = context.actor.person;
  const { audit, actions } = state.selected;
  const missing = actions.filter((action) => !state.verdicts.has(action));
  if (missing.length > 0) {
    return refuse('incomplete', `Check every original action first; ${missing.length} left.`, { missing });
  }
  if (!isWritten(rationale)) {
    return refuse('rationale-missing', 'Write down why the case has this grade now.');
  }
  const { scale } = gradingOf(originalOf(state, context));
  const verdicts = [...state.verdicts].map(([action, verdict]) => ({ action, verdict }));
  return accept({
    type: 'CaseReaudited',
    facts: { audit, reAuditor, grade, scale, verdicts },
    narrative: narrative({ rationale }),
  });
}
