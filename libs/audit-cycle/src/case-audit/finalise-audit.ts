import { withDueDate } from '../cycle/due-date.js';
import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { notIndependentOfCase } from './can-judge.js';
import type { FinaliseAudit } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { gradeOf, gradingOf, type Audit } from './state.js';
import { tiedJudges } from './tied-judges.js';

/**
 * An audit that is to be moderated is not final before it was (rule 5), a grade that the moderator changed not while its auditor may
 * dispute it, a disputed one not before it is settled, and none that rests on the judgement of somebody tied to the case.
 * Refusals: not-permitted, those of `notIndependentOfCase`, moderation-outstanding, dispute-outstanding, dispute-open, judged-by-tied,
 * calendar-too-short.
 */
export function finaliseAudit(
  _: FinaliseAudit,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { actor } = context;
  const refused =
    needsRole(actor, 'qa-lead', 'moderator') ?? notIndependentOfCase(actor.person, state, context);
  if (refused) return refused;
  const { scale, lineage } = gradingOf(state);
  if (state.moderationRequired && lineage.moderated === null) {
    return refuse('moderation-outstanding', 'This case has to be moderated before it is final.');
  }
  if (state.status === 'disputed') {
    return refuse('dispute-outstanding', 'The auditor disputes this grade. Have a panel settle it first.');
  }
  const { disputeUntil } = state;
  if (mayBeDisputed(state) && disputeUntil !== null && londonDate(context.now) <= disputeUntil) {
    return refuse(
      'dispute-open',
      `The auditor may dispute the changed grade until the end of ${disputeUntil}. Make it final after that day.`,
      { disputeUntil },
    );
  }
  const tied = tiedJudges(state, context);
  if (tied.length > 0) {
    return refuse(
      'judged-by-tied',
      'Somebody on whose judgement the grade rests is tied to the case. Return it to be graded anew.',
      { tied },
    );
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
          finalisedOn: londonDate(context.now),
          feedbackDue,
          commentsUntil,
        },
        narrative: null,
      }),
    ),
  );
}

/** A grade that the moderator upheld leaves its auditor nothing to wait for. */
function mayBeDisputed(state: Audit): boolean {
  const { submitted, resubmitted, moderated } = gradingOf(state).lineage;
  return state.status === 'moderated' && moderated !== (resubmitted ?? submitted);
}
