import { accept, refuse, type Decision } from '../decider.js';
import type { Policy } from '../policy/policy.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { addWorkingDays } from '../working-calendar/working-days.js';
import { cannotJudge } from './can-judge.js';
import type { AllocateAuditor, AllocateModerator } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';

/** Refusals: not-permitted, those of `cannotJudge`, calendar-too-short. */
export function allocateAuditor(
  { auditor }: AllocateAuditor,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  return (
    needsRole(context.actor, 'qa-lead') ??
    cannotJudge(auditor, 'auditor', state.selected, context) ??
    withDueDate('audit', context, (due) =>
      accept({ type: 'AuditorAllocated', facts: { auditor, due }, narrative: null }),
    )
  );
}

/**
 * The moderator is not the auditor, and is as independent of the work as the auditor has to be. Refusals: those of
 * allocating an auditor, moderation-not-required, already-allocated, own-audit.
 */
export function allocateModerator(
  { moderator }: AllocateModerator,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const noRole = needsRole(context.actor, 'qa-lead');
  if (noRole) return noRole;
  if (!state.moderationRequired) {
    return refuse('moderation-not-required', 'Require moderation first: it then holds until it is done.');
  }
  if (state.moderator !== null) return refuse('already-allocated', 'This case already has a moderator.');
  if (moderator === state.auditor) {
    return refuse('own-audit', 'An auditor cannot moderate their own audit. Choose somebody else.');
  }
  return (
    cannotJudge(moderator, 'moderator', state.selected, context) ??
    withDueDate('moderation', context, (due) =>
      accept({ type: 'ModeratorAllocated', facts: { moderator, due }, narrative: null }),
    )
  );
}

/** Due dates count working days from today in England, as many as the cycle's copy of the policy says. */
function withDueDate(
  step: keyof Policy['workingDays'],
  { cycle, calendar, now }: InOpenCycle,
  decide: (due: IsoDate) => Decision<CaseAuditEvent>,
): Decision<CaseAuditEvent> {
  const days = cycle.policy.workingDays[step];
  const due = addWorkingDays(calendar, londonDate(now), days);
  return due === null
    ? refuse('calendar-too-short', 'Publish the bank holidays of the coming months first.', { days })
    : decide(due);
}
