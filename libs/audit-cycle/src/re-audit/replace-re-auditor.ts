import { withDueDate } from '../cycle/due-date.js';
import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { cannotReAudit } from './can-re-audit.js';
import type { ReplaceReAuditor } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';
import type { ReAudit } from './state.js';

/** Refusals: not-permitted, not-allocated, same-auditor, code-malformed, reason-missing, those of `cannotReAudit`, calendar-too-short. */
export function replaceReAuditor(
  { to, reasonCode, reason }: ReplaceReAuditor,
  state: ReAudit,
  context: ReAuditContext,
): Decision<ReAuditEvent> {
  const noRole = needsRole(context.actor, 'qa-lead');
  if (noRole) return noRole;
  const { reAuditor: from } = state;
  if (from === null) return refuse('not-allocated', 'Allocate an auditor to this re-audit first.');
  if (to === from) return refuse('same-auditor', 'This person has the re-audit already. Name somebody else.');
  return (
    needsReason({ reasonCode, reason }) ??
    cannotReAudit(to, state, context) ??
    withDueDate(context, ['audit'], (due) =>
      accept({
        type: 'ReAuditorReplaced',
        facts: { from, to, due, reasonCode },
        narrative: narrative({ reason }),
      }),
    )
  );
}
