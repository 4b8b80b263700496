import {
  HOLDS_SURGERIES,
  isOrWasOwner,
  latestOf,
  type SurgeryHeld,
  type ThresholdBreached,
} from '#audit-cycle';
import type { Concerned, NoticeRule, NoticeRules, Standing } from './notice-rule.js';
import type { NoticeCode } from './said.js';

const tell = <Facts>(says: NoticeCode, to: NoticeRule<Facts>['to']): NoticeRule<Facts> => ({ says, to });

/**
 * Who hears of what. Whoever did it themselves, does not work here by then, or must not know of it, is left out afterwards. What is
 * not in this table is told to nobody; the spec lists it.
 */
export const NOTICE_RULES: NoticeRules = {
  CycleOpened: [tell('cycle-opened', leads)],
  DeadlineExtended: [tell('cycle-deadline-extended', leads)],
  CycleClosed: [tell('cycle-closed', leads)],
  FindingsPublished: [tell('findings-published', (_, { holders }) => holders('service-leader'))],

  AuditorAllocated: [tell('audit-to-do', ({ auditor }) => auditor)],
  AuditorReplaced: [tell('audit-to-do', ({ to }) => to), tell('audit-taken-away', ({ from }) => from)],
  AuditDeadlineExtended: [tell('audit-deadline-moved', auditorOf)],
  ConflictDeclared: [
    tell('conflict-declared', leads),
    tell('audit-taken-away', ({ person, as }) => (as === 'auditor' ? person : null)),
    tell('moderation-taken-away', ({ person, as }) => (as === 'moderator' ? person : null)),
  ],
  PracticeDiscussionHeld: [tell('practice-discussion-held', (facts) => facts.with)],
  ModeratorAllocated: [tell('moderation-to-do', ({ moderator }) => moderator)],
  ModeratorReplaced: [
    tell('moderation-to-do', ({ to }) => to),
    tell('moderation-taken-away', ({ from }) => from),
  ],
  ModerationMissed: [tell('moderation-missed', leads)],
  AuditReturned: [tell('audit-returned', auditorOf)],
  GradeModerated: [tell('grade-moderated', auditorOf)],
  GradeDisputed: [tell('grade-disputed', leads), tell('grade-disputed', moderatorOf)],
  GradeSettled: [tell('grade-settled', auditorOf), tell('grade-settled', moderatorOf)],
  PractitionerCommented: [tell('practitioner-commented', auditorOf)],
  AuditFinalised: [tell('audit-final', auditorOf), tell('audit-final', moderatorOf)],
  FeedbackGiven: [tell('feedback-given', ({ to }) => to)],
  WithdrawalRequested: [tell('withdrawal-to-approve', thoseWhoMayApprove)],
  WithdrawalDeclined: [tell('withdrawal-declined', ({ requestedBy }) => requestedBy)],
  AuditWithdrawn: [tell('audit-withdrawn', auditorOf), tell('audit-withdrawn', moderatorOf)],

  EscalationOpened: [tell('risk-to-act-on', ({ to }) => to)],
  EscalationReassigned: [
    tell('risk-to-act-on', ({ to }) => to),
    tell('escalation-taken-away', ({ from }) => from),
  ],
  EscalationResolved: [
    tell('escalation-resolved', async (_, { escalation }) => (await escalation()).raisedBy),
  ],
  EscalationBreached: [tell('escalation-late', async (_, { escalation }) => (await escalation()).to)],

  ActionSet: [tell('action-to-do', ({ owner }) => owner)],
  ActionReassigned: [tell('action-to-do', ({ to }) => to), tell('action-taken-away', ({ from }) => from)],
  DueDateMoved: [tell('action-due-moved', ownerOf)],
  ActionReportedDone: [tell('action-to-verify', leadsWhoMayVerify)],
  ActionReopened: [tell('action-reopened', ownerOf)],
  ActionVerified: [tell('action-verified', ownerOf)],
  ActionCancelled: [tell('action-cancelled', ownerOf)],

  ReAuditorAllocated: [tell('re-audit-to-do', ({ reAuditor }) => reAuditor)],
  ReAuditorReplaced: [
    tell('re-audit-to-do', ({ to }) => to),
    tell('re-audit-taken-away', ({ from }) => from),
  ],
  ReAuditWithdrawn: [tell('re-audit-withdrawn', async (_, { reAudit }) => (await reAudit()).reAuditor)],

  RoundOpened: [tell('round-opened', ({ panel }) => panel.map(({ person }) => person))],
  ReviewerAdmitted: [tell('reviewer-admitted', ({ reviewer }) => reviewer)],
  ReviewerWithdrawn: [tell('reviewer-withdrawn', ({ reviewer }) => reviewer)],
  ReviewAllocated: [tell('review-to-do', ({ reviewer }) => reviewer)],
  RoundConcluded: [tell('round-concluded', leads)],

  SessionOpened: [tell('session-opened', ({ participants, leader }) => [...participants, leader])],
  GradesRevealed: [tell('grades-revealed', participants)],
  AuditorApproved: [tell('auditor-approved', (_, { subject }) => subject)],

  ThresholdBreached: [tell('measure-below-minimum', thoseWhoWatchMeasures)],
  ReviewRequested: [tell('measure-review-to-hold', (_, { holders }) => holders(...HOLDS_SURGERIES))],
  SurgeryHeld: [tell('measure-review-held', thoseWhoWaitedForIt)],
};

function leads(_: unknown, { holders }: Standing): Promise<Concerned> {
  return holders('qa-lead');
}

async function auditorOf(_: unknown, { audit }: Standing): Promise<Concerned> {
  return (await audit()).auditor;
}

async function moderatorOf(_: unknown, { audit }: Standing): Promise<Concerned> {
  return (await audit()).moderator;
}

/** Nobody approves the withdrawal of what they audited or moderated. */
async function thoseWhoMayApprove(_: unknown, { audit, holders }: Standing): Promise<Concerned> {
  const { auditor, auditors, moderator, moderators } = await audit();
  const tookPart = new Set([auditor, ...auditors, moderator, ...moderators]);
  const outside = [...(await holders('service-leader')), ...(await holders('caldicott-guardian'))];
  return outside.filter((person) => !tookPart.has(person));
}

async function ownerOf(_: unknown, { action }: Standing): Promise<Concerned> {
  return (await action()).owner;
}

/** Nobody verifies what they ever owned. */
async function leadsWhoMayVerify(_: unknown, { action, holders }: Standing): Promise<Concerned> {
  const done = await action();
  return (await holders('qa-lead')).filter((person) => !isOrWasOwner(done, person));
}

async function participants(_: unknown, { session }: Standing): Promise<Concerned> {
  const { opened } = await session();
  return [...opened.participants, opened.leader];
}

/**
 * Of a figure that is not the latest nobody hears. Whoever may hold the review hears here only where one is asked for already: else it
 * is asked for in the same decision, and that tells them.
 */
async function thoseWhoWatchMeasures(
  { definition, series, period }: ThresholdBreached['facts'],
  { measure, holders }: Standing,
): Promise<Concerned> {
  const known = await measure();
  if (latestOf(known, definition, series)?.period.to !== period.to) return null;
  return holders('analyst', ...(known.reviewRequested === null ? [] : HOLDS_SURGERIES));
}

/** A surgery that answers no review is told to nobody. */
function thoseWhoWaitedForIt(
  { reviewRequested }: SurgeryHeld['facts'],
  { holders }: Standing,
): Promise<Concerned> | null {
  return reviewRequested === null ? null : holders('analyst', ...HOLDS_SURGERIES);
}
