import type { AuditId, ChildId, Cohort, CycleId, Instant, IsoDate, TeamName } from '#audit-cycle';
import { correctedGroup } from '../corrected-group.js';
import { escalationRows, type EscalationRow } from '../escalations/escalation-row.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** When the steps of an audit happened that somebody waits for. It names nobody who takes them. */
export interface ClockedAudit {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  /** When the first grade was submitted. */
  readonly gradedAt: Instant | null;
  /** When the moderation of that first grade was asked for, by a rule or by somebody; the first time. */
  readonly moderationAskedAt: Instant | null;
  /** The first moderation of the first grade. */
  readonly moderatedAt: Instant | null;
  /** When it was said that this moderation did not happen. */
  readonly missedAt: Instant | null;
  /** When the first grade was returned to its auditor. */
  readonly returnedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly finalisedOn: IsoDate | null;
  readonly feedbackDue: IsoDate | null;
  /** The first day of feedback. */
  readonly feedbackOn: IsoDate | null;
  readonly commentsUntil: IsoDate | null;
  readonly commentedAt: Instant | null;
}

const NOTHING_YET = {
  gradedAt: null,
  moderationAskedAt: null,
  moderatedAt: null,
  missedAt: null,
  returnedAt: null,
  withdrawnAt: null,
  finalisedOn: null,
  feedbackDue: null,
  feedbackOn: null,
  commentsUntil: null,
  commentedAt: null,
} as const;

export const clockedAudits: TableFold<ClockedAudit> = versionsTable(
  'clock_audit',
  'case-audit',
  'CaseSelected',
  ({ stream, facts }): ClockedAudit => ({
    id: stream.id,
    cycle: facts.cycle,
    child: facts.child,
    cohort: facts.cohort,
    team: facts.team,
    ...NOTHING_YET,
  }),
  {
    CaseGraded: (audit, { occurredAt }) => ({ ...audit, gradedAt: audit.gradedAt ?? occurredAt }),
    ModerationRequired: (audit, { occurredAt }) =>
      audit.returnedAt === null
        ? { ...audit, moderationAskedAt: audit.moderationAskedAt ?? occurredAt }
        : audit,
    GradeModerated: (audit, { occurredAt }) =>
      audit.returnedAt === null ? { ...audit, moderatedAt: audit.moderatedAt ?? occurredAt } : audit,
    ModerationMissed: (audit, { occurredAt }) => ({ ...audit, missedAt: audit.missedAt ?? occurredAt }),
    AuditReturned: (audit, { occurredAt }) => ({ ...audit, returnedAt: audit.returnedAt ?? occurredAt }),
    PractitionerCommented: (audit, { occurredAt }) => ({
      ...audit,
      commentedAt: audit.commentedAt ?? occurredAt,
    }),
    AuditFinalised: (audit, { facts }) => ({
      ...audit,
      finalisedOn: facts.finalisedOn,
      feedbackDue: facts.feedbackDue,
      commentsUntil: facts.commentsUntil,
    }),
    FeedbackGiven: (audit, { facts }) => ({ ...audit, feedbackOn: audit.feedbackOn ?? facts.on }),
    AuditWithdrawn: (audit, { occurredAt }) => ({ ...audit, withdrawnAt: occurredAt }),
    CorrectionMade: (audit, { facts }) => ({ ...audit, ...correctedGroup(facts) }),
  },
);

/** Escalations as the view of escalations folds them, known at the position of the clocks. */
export const clockedEscalations: TableFold<EscalationRow> = { ...escalationRows, table: 'clock_escalation' };
