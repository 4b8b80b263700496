import type { AuditId, ChildId, Cohort, CycleId, IsoDate, PersonId, TeamName } from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** Where an audit stands, in the order of the work; each audit is in exactly one of these. */
export const AUDIT_STATUSES = [
  'selected',
  'allocated',
  'in-progress',
  'graded',
  'moderation-required',
  'moderator-allocated',
  'moderated',
  'finalised',
  'withdrawal-requested',
  'withdrawn',
] as const;
export type AuditStatus = (typeof AUDIT_STATUSES)[number];

/** Where one audit stands, and with whom. It says nothing about grades. */
export interface AuditRow {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  readonly stratum: string;
  readonly status: AuditStatus;
  readonly auditor: PersonId | null;
  readonly auditDue: IsoDate | null;
  readonly moderator: PersonId | null;
  readonly moderationDue: IsoDate | null;
  readonly sectionsAnswered: readonly string[];
  readonly legalHold: boolean;
}

const to =
  (status: AuditStatus) =>
  (audit: AuditRow): AuditRow => ({ ...audit, status });

export const progressAudits: TableFold<AuditRow> = versionsTable(
  'progress_audit',
  'case-audit',
  'CaseSelected',
  ({ stream, facts }): AuditRow => ({
    id: stream.id,
    cycle: facts.cycle,
    child: facts.child,
    cohort: facts.cohort,
    team: facts.team,
    stratum: facts.stratum,
    status: 'selected',
    auditor: null,
    auditDue: null,
    moderator: null,
    moderationDue: null,
    sectionsAnswered: [],
    legalHold: false,
  }),
  {
    AuditorAllocated: (audit, { facts }) => ({
      ...audit,
      status: 'allocated',
      auditor: facts.auditor,
      auditDue: facts.due,
    }),
    AuditStarted: to('in-progress'),
    SectionGraded: (audit, { facts }) => ({
      ...audit,
      sectionsAnswered: [...new Set([...audit.sectionsAnswered, facts.section])],
    }),
    CaseGraded: to('graded'),
    ModerationRequired: to('moderation-required'),
    ModeratorAllocated: (audit, { facts }) => ({
      ...audit,
      status: 'moderator-allocated',
      moderator: facts.moderator,
      moderationDue: facts.due,
    }),
    GradeModerated: to('moderated'),
    AuditFinalised: to('finalised'),
    WithdrawalRequested: to('withdrawal-requested'),
    AuditWithdrawn: to('withdrawn'),
    LegalHoldSet: (audit) => ({ ...audit, legalHold: true }),
  },
);
