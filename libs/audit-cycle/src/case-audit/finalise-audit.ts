import { accept, refuse, type Decision } from '../decider.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { FinaliseAudit } from './commands.js';
import type { InOpenCycle } from './context.js';
import { withDueDate } from './due-date.js';
import type { CaseAuditEvent } from './events.js';
import { gradeOf, gradingOf, type Audit } from './state.js';

/**
 * An audit that is to be moderated is not final before it was (rule 5), and a disputed one not before it is settled.
 * Refusals: not-permitted, moderation-outstanding, dispute-outstanding, calendar-too-short.
 */
export function finaliseAudit(
  _: FinaliseAudit,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { actor } = context;
  const noRole = needsRole(actor, 'qa-lead', 'moderator');
  if (noRole) return noRole;
  const { scale, lineage } = gradingOf(state);
  if (state.moderationRequired && lineage.moderated === null) {
    return refuse('moderation-outstanding', 'This case has to be moderated before it is final.');
  }
  if (state.status === 'disputed') {
    return refuse('dispute-outstanding', 'The auditor disputes this grade. Have a panel settle it first.');
  }
  return withDueDate(context, ['feedback'], (feedbackDue) =>
    withDueDate(context, ['comment', 'feedback'], (commentsUntil) =>
      accept({
        type: 'AuditFinalised',
        facts: {
          grade: gradeOf(lineage),
          scale,
          lineage,
          finalisedBy: actor.person,
          feedbackDue,
          commentsUntil,
        },
        narrative: null,
      }),
    ),
  );
}
