import { withDueDate } from '../cycle/due-date.js';
import { accept, refuse, type Decision } from '../decider.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { AllocateReAuditor } from './commands.js';
import type { ReAuditContext } from './context.js';
import { cannotReAudit } from './can-re-audit.js';
import type { ReAuditEvent } from './events.js';
import type { ReAudit } from './state.js';

/** Refusals: not-permitted, already-allocated, those of `cannotReAudit`, calendar-too-short. */
export function allocateReAuditor(
  { reAuditor }: AllocateReAuditor,
  state: ReAudit,
  context: ReAuditContext,
): Decision<ReAuditEvent> {
  const noRole = needsRole(context.actor, 'qa-lead');
  if (noRole) return noRole;
  if (state.status === 'allocated') {
    return refuse('already-allocated', 'This re-audit already has an auditor. Replace them with a reason.');
  }
  return (
    cannotReAudit(reAuditor, state, context) ??
    withDueDate(context, ['audit'], (due) =>
      accept({
        type: 'ReAuditorAllocated',
        facts: { reAuditor, due, allocatedBy: context.actor.person },
        narrative: null,
      }),
    )
  );
}
