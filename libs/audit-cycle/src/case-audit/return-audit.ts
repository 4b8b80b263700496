import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ReturnAudit } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { gradeOf, gradingOf, type Audit } from './state.js';

/** The moderator of the case or a qa-lead gives it back; every grade so far stays on the record. Refusals: not-permitted, own-audit, code-malformed, reason-missing. */
export function returnAudit(
  { reasonCode, reason }: ReturnAudit,
  state: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> {
  const by = actor.person;
  const refused = by === state.moderator ? null : needsRole(actor, 'qa-lead');
  if (refused) return refused;
  if (by === state.auditor) {
    return refuse(
      'own-audit',
      'An auditor cannot return their own audit. Ask the moderator or another lead.',
    );
  }
  const { lineage, attempts } = gradingOf(state);
  return (
    needsReason({ reasonCode, reason }) ??
    accept({
      type: 'AuditReturned',
      facts: { by, reasonCode, grade: gradeOf(lineage), attempt: attempts },
      narrative: narrative({ reason }),
    })
  );
}
