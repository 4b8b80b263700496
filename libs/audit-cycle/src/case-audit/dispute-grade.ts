import { accept, refuse, type Decision } from '../decider.js';
import { withDueDate } from '../cycle/due-date.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { auditorOnly } from './auditor-only.js';
import type { DisputeGrade } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { gradeOf, gradingOf, type Audit } from './state.js';

/** The auditor alone, in the days that the moderation left. Refusals: not-the-auditor, dispute-too-late, same-grade, reason-missing, calendar-too-short. */
export function disputeGrade(
  { grade: wanted, reason }: DisputeGrade,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const notAuditor = auditorOnly(state, context);
  if (notAuditor) return notAuditor;
  const { disputeUntil } = state;
  if (disputeUntil !== null && londonDate(context.now) > disputeUntil) {
    return refuse('dispute-too-late', 'The days in which this grade could be disputed are over.', {
      disputeUntil,
    });
  }
  if (wanted === gradeOf(gradingOf(state).lineage)) {
    return refuse('same-grade', 'The case has this grade, so there is nothing to dispute.');
  }
  if (!isWritten(reason)) return refuse('reason-missing', 'Write down why the moderated grade is not right.');
  return withDueDate(context, ['dispute'], (due) =>
    accept({
      type: 'GradeDisputed',
      facts: { by: context.actor.person, wanted, due },
      narrative: narrative({ reason }),
    }),
  );
}
