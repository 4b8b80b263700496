import { accept, refuse, type Decision } from '../decider.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { FinaliseAudit } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { gradeOf, gradingOf, type Audit } from './state.js';

/** An audit that is to be moderated is not final before it was (rule 5). Refusals: not-permitted, moderation-outstanding. */
export function finaliseAudit(
  _: FinaliseAudit,
  state: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> {
  const noRole = needsRole(actor, 'qa-lead', 'moderator');
  if (noRole) return noRole;
  const { scale, lineage } = gradingOf(state);
  if (state.moderationRequired && lineage.moderated === null) {
    return refuse('moderation-outstanding', 'This case has to be moderated before it is final.');
  }
  return accept({
    type: 'AuditFinalised',
    facts: { grade: gradeOf(lineage), scale, lineage },
    narrative: null,
  });
}
