import type {
  AuditId,
  AuditStatus,
  CaseAuditEvent,
  ChildId,
  CycleId,
  Grade,
  Instant,
  IsoDate,
  PersonId,
  TeamName,
} from '#audit-cycle';
import { correctedGroup } from '../../corrected-group.js';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** What an audit waits for, and whom it can wait for. Its grades serve one rule alone and are in no answer. */
export interface WorkAudit {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly team: TeamName | null;
  readonly worker: PersonId | null;
  readonly asAt: IsoDate;
  readonly status: AuditStatus;
  /** When it came to where it stands, or into the hands that it is in. */
  readonly since: Instant;
  readonly auditor: PersonId | null;
  readonly auditDue: IsoDate | null;
  /** When a conflict took it from its auditor; null once somebody has it. */
  readonly auditorConflictAt: Instant | null;
  readonly moderationRequired: boolean;
  /** Since when its grade has waited to be moderated: from the grade, or from when somebody asked for it later; null where it does not wait. */
  readonly moderationSince: Instant | null;
  /** When it was said that its moderation did not take place; null where it did later. */
  readonly moderationMissedAt: Instant | null;
  readonly moderator: PersonId | null;
  readonly moderationDue: IsoDate | null;
  /** When a conflict took it from its moderator; null once somebody has it. */
  readonly moderatorConflictAt: Instant | null;
  /** The last day on which its auditor may dispute a changed grade; null where the moderator upheld it. */
  readonly disputeUntil: IsoDate | null;
  /** The day by which a dispute is to be settled. */
  readonly disputeDue: IsoDate | null;
  /** Everybody who ever began it, answered for it, graded it or moderated it. */
  readonly hadPart: readonly PersonId[];
  readonly commentedBy: readonly PersonId[];
  readonly commentsUntil: IsoDate | null;
  readonly feedbackDue: IsoDate | null;
  readonly feedbackGiven: boolean;
  readonly withdrawalRequestedBy: PersonId | null;
  readonly withdrawalRequestedAt: Instant | null;
  /** The last grade that was submitted. */
  readonly submittedGrade: Grade | null;
  /** The grade that stands. */
  readonly standingGrade: Grade | null;
}

const NOTHING_YET = {
  status: 'selected',
  auditor: null,
  auditDue: null,
  auditorConflictAt: null,
  moderationRequired: false,
  moderationSince: null,
  moderationMissedAt: null,
  moderator: null,
  moderationDue: null,
  moderatorConflictAt: null,
  disputeUntil: null,
  disputeDue: null,
  hadPart: [],
  commentedBy: [],
  commentsUntil: null,
  feedbackDue: null,
  feedbackGiven: false,
  withdrawalRequestedBy: null,
  withdrawalRequestedAt: null,
  submittedGrade: null,
  standingGrade: null,
} as const;

export const workAudits: TableFold<WorkAudit> = versionsTable(
  'work_audit',
  'case-audit',
  'CaseSelected',
  ({ stream, occurredAt, facts }): WorkAudit => ({
    id: stream.id,
    cycle: facts.cycle,
    child: facts.child,
    team: facts.team,
    worker: facts.worker,
    asAt: facts.asAt,
    since: occurredAt,
    ...NOTHING_YET,
  }),
  {
    AuditorAllocated: (audit, { occurredAt, facts }) => ({
      ...audit,
      status: 'allocated',
      since: occurredAt,
      auditor: facts.auditor,
      auditDue: facts.due,
      auditorConflictAt: null,
    }),
    AuditorReplaced: (audit, { occurredAt, facts }) => ({
      ...audit,
      since: occurredAt,
      auditor: facts.to,
      auditDue: facts.due,
      auditorConflictAt: null,
    }),
    AuditDeadlineExtended: (audit, { facts }) => ({ ...audit, auditDue: facts.to }),
    ConflictDeclared: (audit, { occurredAt, facts }) =>
      facts.as === 'auditor' ? withoutAuditor(audit, occurredAt) : withoutModerator(audit, occurredAt),
    AuditStarted: (audit, { occurredAt, facts }) => ({
      ...audit,
      status: 'in-progress',
      since: occurredAt,
      hadPart: withPerson(audit.hadPart, facts.auditor),
    }),
    SectionGraded: answered,
    VoiceRecorded: answered,
    PracticeDiscussionHeld: answered,
    CaseGraded: (audit, { occurredAt, facts }) => ({
      ...audit,
      status: 'graded',
      since: occurredAt,
      moderationSince: audit.moderationRequired ? occurredAt : null,
      hadPart: withPerson(audit.hadPart, facts.auditor),
      submittedGrade: facts.grade,
      standingGrade: facts.grade,
    }),
    ModerationRequired: (audit, { occurredAt }) => ({
      ...audit,
      moderationRequired: true,
      moderationSince: audit.moderationSince ?? occurredAt,
    }),
    ModeratorAllocated: (audit, { facts }) => ({
      ...audit,
      moderator: facts.moderator,
      moderationDue: facts.due,
      moderatorConflictAt: null,
    }),
    ModeratorReplaced: (audit, { facts }) => ({
      ...audit,
      moderator: facts.to,
      moderationDue: facts.due,
      moderatorConflictAt: null,
    }),
    GradeModerated: (audit, { occurredAt, facts }) => ({
      ...audit,
      status: 'moderated',
      since: occurredAt,
      moderationSince: null,
      moderationMissedAt: null,
      hadPart: withPerson(audit.hadPart, facts.moderator),
      disputeUntil: facts.outcome === 'changed' ? facts.disputeUntil : null,
      standingGrade: facts.to,
    }),
    ModerationMissed: (audit, { occurredAt }) => ({ ...audit, moderationMissedAt: occurredAt }),
    AuditReturned: (audit, { occurredAt }) => ({
      ...audit,
      status: 'in-progress',
      since: occurredAt,
      moderator: null,
      moderationDue: null,
      moderationSince: null,
      moderationMissedAt: null,
      moderatorConflictAt: null,
      disputeUntil: null,
      disputeDue: null,
      standingGrade: audit.submittedGrade,
    }),
    GradeDisputed: (audit, { occurredAt, facts }) => ({
      ...audit,
      status: 'disputed',
      since: occurredAt,
      disputeDue: facts.due,
    }),
    GradeSettled: (audit, { occurredAt, facts }) => ({
      ...audit,
      status: 'settled',
      since: occurredAt,
      standingGrade: facts.grade,
    }),
    PractitionerCommented: (audit, { facts }) => ({
      ...audit,
      commentedBy: withPerson(audit.commentedBy, facts.by),
    }),
    AuditFinalised: (audit, { occurredAt, facts }) => ({
      ...audit,
      status: 'finalised',
      since: occurredAt,
      commentsUntil: facts.commentsUntil,
      feedbackDue: facts.feedbackDue,
    }),
    FeedbackGiven: (audit) => ({ ...audit, feedbackGiven: true }),
    CorrectionMade: (audit, { facts }) => corrected(audit, facts),
    WithdrawalRequested: (audit, { occurredAt, facts }) => ({
      ...audit,
      withdrawalRequestedBy: facts.requestedBy,
      withdrawalRequestedAt: occurredAt,
    }),
    WithdrawalDeclined: (audit) => ({
      ...audit,
      withdrawalRequestedBy: null,
      withdrawalRequestedAt: null,
    }),
    AuditWithdrawn: (audit, { occurredAt }) => ({ ...audit, status: 'withdrawn', since: occurredAt }),
  },
);

/** It waits for another auditor, whatever was answered. */
const withoutAuditor = (audit: WorkAudit, since: Instant): WorkAudit => ({
  ...audit,
  since,
  auditor: null,
  auditDue: null,
  auditorConflictAt: since,
});

const withoutModerator = (audit: WorkAudit, since: Instant): WorkAudit => ({
  ...audit,
  moderator: null,
  moderationDue: null,
  moderatorConflictAt: since,
});

function corrected(
  audit: WorkAudit,
  facts: Extract<CaseAuditEvent, { type: 'CorrectionMade' }>['facts'],
): WorkAudit {
  if (facts.field === 'worker') return { ...audit, worker: facts.to };
  const group = correctedGroup(facts);
  return group !== null && 'team' in group ? { ...audit, team: group.team } : audit;
}

/** What was answered stays with whoever has the audit. */
function answered(audit: WorkAudit): WorkAudit {
  const { auditor, hadPart } = audit;
  return auditor === null || hadPart.includes(auditor) ? audit : { ...audit, hadPart: [...hadPart, auditor] };
}

const withPerson = (people: readonly PersonId[], person: PersonId): readonly PersonId[] =>
  people.includes(person) ? people : [...people, person];
