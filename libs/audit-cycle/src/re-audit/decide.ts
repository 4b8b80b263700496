import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { allocateReAuditor } from './allocate-re-auditor.js';
import { cannotReAudit } from './can-re-audit.js';
import type { CheckAction, ReAuditCommand } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';
import { gradeReAudit } from './grade-re-audit.js';
import { replaceReAuditor } from './replace-re-auditor.js';
import { selectForReAudit } from './select-for-re-audit.js';
import type { ReAudit, ReAuditState } from './state.js';
import { withdrawReAudit } from './withdraw-re-audit.js';

/** Refusals: not-found, already-selected, already-re-audited, already-withdrawn, not-allocated, not-the-re-auditor, unknown-action, those of `cannotReAudit`, and those of each decision. */
export function decideReAudit(
  command: ReAuditCommand,
  state: ReAuditState,
  context: ReAuditContext,
): Decision<ReAuditEvent> {
  if (command.type === 'SelectForReAudit') {
    return state.status === 'not-selected'
      ? selectForReAudit(command, context)
      : refuse('already-selected', 'This case is selected for re-audit already.');
  }
  if (state.status === 'not-selected') return refuse('not-found', 'There is no such re-audit.');
  if (state.status === 're-audited') return refuse('already-re-audited', 'This case has been re-audited.');
  if (state.status === 'withdrawn')
    return refuse('already-withdrawn', 'This re-audit was withdrawn. Select the case anew.');
  switch (command.type) {
    case 'AllocateReAuditor':
      return allocateReAuditor(command, state, context);
    case 'ReplaceReAuditor':
      return replaceReAuditor(command, state, context);
    case 'WithdrawReAudit':
      return withdrawReAudit(command, state, context);
    case 'CheckAction':
      return reAuditorOnly(state, context) ?? checkAction(command, state);
    case 'GradeReAudit':
      return reAuditorOnly(state, context) ?? gradeReAudit(command, state, context);
  }
}

/** Somebody can become tied to the case after it was allocated to them. */
function reAuditorOnly(state: ReAudit, context: ReAuditContext): Decision<never> | null {
  const { actor } = context;
  if (state.reAuditor === null) return refuse('not-allocated', 'Allocate an auditor to this re-audit first.');
  return actor.person === state.reAuditor
    ? cannotReAudit(actor.person, state, context)
    : refuse('not-the-re-auditor', 'Only the auditor to whom this re-audit is allocated can do this.');
}

const checkAction = (
  { action, verdict, evidence }: CheckAction,
  { selected }: ReAudit,
): Decision<ReAuditEvent> =>
  selected.actions.includes(action)
    ? accept({ type: 'ActionChecked', facts: { action, verdict }, narrative: narrative({ evidence }) })
    : refuse('unknown-action', 'The original audit set no such action.', { actions: selected.actions });
