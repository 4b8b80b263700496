import { withDueDate } from '../cycle/due-date.js';
import { accept, refuse, type Decision } from '../decider.js';
import type { Grade } from '../vocabulary/grade.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { cannotJudgeCase } from './can-judge.js';
import type { ModerateGrade, RequireModeration } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { isAboveLimit, limitReasonMissing, limitsOf } from './limits.js';
import { moderatedSections, sectionsAsModerated, sectionsBadly } from './moderated-sections.js';
import { gradeOf, gradingOf, type Audit } from './state.js';
import { toolFor } from './tool-for.js';

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
 * of sections. Above what they allow a grade needs a reason as well (rule 4), unless it is the auditor's and they gave theirs.
 * Refusals: moderator-missing, not-the-moderator, those of `cannotJudgeCase`, code-malformed, reason-missing, those of `sectionsBadly`,
 * limit-reason-missing, calendar-too-short.
 */
export function moderateGrade(
  command: ModerateGrade,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { grade: to, manner, reasonCode, reason, sections = [] } = command;
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
  const unexplained =
    reasonCode === undefined || !isWritten(reason) ? needsExplaining(command, from, state, context) : null;
  if (unexplained) return unexplained;
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

/** What is not done without a reason as a code and in words. */
function needsExplaining(
  { grade: to, manner, sections = [] }: ModerateGrade,
  from: Grade,
  state: Audit,
  context: InOpenCycle,
): Decision<never> | null {
  if (to !== from) {
    return refuse('reason-missing', 'Changing a grade needs a reason, as a code and in words.', { from, to });
  }
  const tool = toolFor(state, context);
  const limits = limitsOf(sectionsAsModerated(sections, state), tool);
  const explained = limitsOf(state, tool).sections;
  if (isAboveLimit(to, limits) && !limits.sections.every((section) => explained.includes(section))) {
    return limitReasonMissing(limits);
  }
  return manner === state.manner
    ? null
    : refuse(
        'reason-missing',
        'Moderating otherwise than was asked for needs a reason, as a code and in words.',
        {
          asked: state.manner,
        },
      );
}
