import { withDueDate } from '../cycle/due-date.js';
import { accept, refuse, type Decision } from '../decider.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { cannotJudgeCase } from './can-judge.js';
import type { AllocateAuditor, AllocateModerator, ReplaceAuditor, ReplaceModerator } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { auditedCase } from './had-part-in.js';
import type { Audit } from './state.js';

/**
 * A case that was begun and that a conflict took from its auditor gets another: then it is replaced, and what was answered stays.
 * Refusals: not-permitted, those of `cannotJudgeCase`, own-moderation, calendar-too-short.
 */
export const allocateAuditor = (
  { auditor, how = 'by-hand' }: AllocateAuditor,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> =>
  needsRole(context.actor, 'qa-lead') ??
  cannotAudit(auditor, state, context) ??
  withDueDate(context, ['audit'], (due) =>
    accept<CaseAuditEvent>(
      state.status === 'in-progress'
        ? {
            type: 'AuditorReplaced',
            facts: { from: null, to: auditor, due, reasonCode: 'conflict-declared' },
            narrative: null,
          }
        : {
            type: 'AuditorAllocated',
            facts: { auditor, due, allocatedBy: context.actor.person, how },
            narrative: null,
          },
    ),
  );

/** What was answered stays. Refusals: those of allocating an auditor, code-malformed, reason-missing, same-auditor. */
export const replaceAuditor = (
  { auditor, reasonCode, reason }: ReplaceAuditor,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> =>
  needsRole(context.actor, 'qa-lead') ??
  needsReason({ reasonCode, reason }) ??
  (auditor === state.auditor ? refuse('same-auditor', 'This person audits the case already.') : null) ??
  cannotAudit(auditor, state, context) ??
  withDueDate(context, ['audit'], (due) =>
    accept({
      type: 'AuditorReplaced',
      facts: { from: state.auditor, to: auditor, due, reasonCode },
      narrative: narrative({ reason }),
    }),
  );

/**
 * The moderator is nobody who worked on the case as its auditor, and is as independent of the work as the auditor has to be. Refusals: those of
 * allocating an auditor, moderation-not-required, already-allocated, own-audit.
 */
export function allocateModerator(
  { moderator, manner }: AllocateModerator,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const noRole = needsRole(context.actor, 'qa-lead');
  if (noRole) return noRole;
  if (!state.moderationRequired) {
    return refuse('moderation-not-required', 'Require moderation first: it then holds until it is done.');
  }
  if (state.moderator !== null)
    return refuse('already-allocated', 'This case already has a moderator. Replace them with a reason.');
  return (
    cannotModerate(moderator, state, context) ??
    withDueDate(context, ['moderation'], (due) =>
      accept({
        type: 'ModeratorAllocated',
        facts: { moderator, due, manner: manner ?? context.cycle.policy.moderation.manner },
        narrative: null,
      }),
    )
  );
}

/** Refusals: those of allocating a moderator, moderator-missing, code-malformed, reason-missing, same-moderator. */
export function replaceModerator(
  { moderator, reasonCode, reason }: ReplaceModerator,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { moderator: from, manner } = state;
  const refused = needsRole(context.actor, 'qa-lead') ?? needsReason({ reasonCode, reason });
  if (refused) return refused;
  if (from === null || manner === null) return refuse('moderator-missing', 'Allocate a moderator first.');
  if (from === moderator) return refuse('same-moderator', 'This person moderates the case already.');
  return (
    cannotModerate(moderator, state, context) ??
    withDueDate(context, ['moderation'], (due) =>
      accept({
        type: 'ModeratorReplaced',
        facts: { from, to: moderator, due, manner, reasonCode },
        narrative: narrative({ reason }),
      }),
    )
  );
}

/** Whoever moderated the case or settled its grade before it was returned cannot go on to audit it. */
const cannotAudit = (auditor: PersonId, state: Audit, context: InOpenCycle): Decision<never> | null =>
  state.moderators.includes(auditor) || state.settlers.includes(auditor)
    ? refuse('own-moderation', 'Nobody audits a case that they moderated or settled. Choose somebody else.')
    : cannotJudgeCase(auditor, 'auditor', state, context);

const cannotModerate = (moderator: PersonId, state: Audit, context: InOpenCycle): Decision<never> | null =>
  auditedCase(moderator, state)
    ? refuse(
        'own-audit',
        'Nobody moderates an audit that is theirs or that they worked on. Choose somebody else.',
      )
    : cannotJudgeCase(moderator, 'moderator', state, context);
