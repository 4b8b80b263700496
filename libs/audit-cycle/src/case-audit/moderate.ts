import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { cannotJudgeCase } from './can-judge.js';
import type { ModerateGrade, RequireModeration } from './commands.js';
import type { InOpenCycle } from './context.js';
import { withDueDate } from './due-date.js';
import type { CaseAuditEvent } from './events.js';
import { moderatedSections, sectionsBadly } from './moderated-sections.js';
import { gradeOf, gradingOf, type Audit } from './state.js';

/** Refusals: not-permitted, moderation-already-required. */
export const requireModeration = (
  { reason }: RequireModeration,
  state: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> =>
  needsRole(actor, 'qa-lead', 'moderator') ??
  (state.moderationRequired
    ? refuse('moderation-already-required', 'This case waits for its moderation already.')
    : accept({
        type: 'ModerationRequired',
        facts: { rule: 'requested' },
        narrative: narrative({ reason }),
      }));

/**
 * The auditor's grade is upheld, or changed with a reason; it stays on the record beside the moderated one (rule 3). So do the grades
 * of sections. Refusals: moderator-missing, not-the-moderator, those of `cannotJudgeCase`, code-malformed, reason-missing,
 * those of `sectionsBadly`, calendar-too-short.
 */
export function moderateGrade(
  { grade: to, manner, reasonCode, reason, sections = [] }: ModerateGrade,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { person: moderator } = context.actor;
  if (state.moderator === null) return refuse('moderator-missing', 'Allocate a moderator first.');
  if (moderator !== state.moderator) {
    return refuse('not-the-moderator', 'Only the moderator to whom this case is allocated can do this.');
  }
  const refused =
    cannotJudgeCase(moderator, 'moderator', state, context) ??
    needsCode(reasonCode) ??
    sectionsBadly(sections, state);
  if (refused) return refused;
  const from = gradeOf(gradingOf(state).lineage);
  if (to !== from && (reasonCode === undefined || !isWritten(reason))) {
    return refuse('reason-missing', 'Changing a grade needs a reason, as a code and in words.', { from, to });
  }
  return withDueDate(context, ['dispute'], (disputeUntil) =>
    accept({
      type: 'GradeModerated',
      facts: {
        moderator,
        outcome: to === from ? 'upheld' : 'changed',
        from,
        to,
        manner,
        reasonCode: reasonCode ?? null,
        sections: moderatedSections(sections, state),
        disputeUntil,
      },
      narrative: narrative({ reason }),
    }),
  );
}
