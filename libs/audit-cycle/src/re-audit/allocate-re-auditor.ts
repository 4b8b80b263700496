import { cannotJudge } from '../case-audit/can-judge.js';
import { accept, refuse, type Decision } from '../decider.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { AllocateReAuditor } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';
import type { ReAudit } from './state.js';

/** Refusals: not-permitted, already-allocated, own-audit, those of `cannotJudge`. */
export function allocateReAuditor(
  { reAuditor }: AllocateReAuditor,
  state: ReAudit,
  context: ReAuditContext,
): Decision<ReAuditEvent> {
  const noRole = needsRole(context.actor, 'qa-lead');
  if (noRole) return noRole;
  if (state.status === 'allocated') {
    return refuse('already-allocated', 'This re-audit already has an auditor.');
  }
  return (
    cannotReAudit(reAuditor, state, context) ??
    accept({ type: 'ReAuditorAllocated', facts: { reAuditor }, narrative: null })
  );
}

/** Somebody else than who graded or moderated the case, and as independent of the work as they had to be (rule 1). */
export function cannotReAudit(
  person: PersonId,
  { selected }: ReAudit,
  context: ReAuditContext,
): Decision<never> | null {
  const { original } = context;
  if (original.status === 'not-selected') throw new Error(`Audit ${selected.audit} was not looked up`);
  return person === original.auditor || person === original.moderator
    ? refuse('own-audit', 'Nobody re-audits a case that they graded or moderated. Choose somebody else.')
    : cannotJudge(person, 'auditor', selected, context);
}
