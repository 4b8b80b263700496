import type { AuditId, ChildId, Cohort, CycleId, IsoDate, PersonId, TeamName } from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** Where an audit stands, in the order of the work; each audit is in exactly one of these. */
export const WORKFLOW_STATUSES = [
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
export type WorkflowStatus = (typeof WORKFLOW_STATUSES)[number];

/** Where one audit stands, and with whom. It says nothing about grades. */
export interface AuditRow {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  readonly stratum: string;
  readonly status: WorkflowStatus;
  readonly auditor: PersonId | null;
  readonly auditDue: IsoDate | null;
  readonly moderator: PersonId | null;
  readonly moderationDue: IsoDate | null;
  readonly sectionsAnswered: readonly string[];
  readonly legalHold: boolean;
}

/** A request to withdraw stands until the audit is withdrawn or finalised, whatever is done meanwhile. */
const at =
  (status: WorkflowStatus) =>
  (audit: AuditRow): AuditRow =>
    audit.status === 'withdrawal-requested' && status !== 'withdrawn' && status !== 'finalised'
      ? audit
      : { ...audit, status };

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
      ...at('allocated')(audit),
      auditor: facts.auditor,
      auditDue: facts.due,
    }),
    AuditStarted: at('in-progress'),
    SectionGraded: (audit, { facts }) => ({
      ...audit,
      sectionsAnswered: [...new Set([...audit.sectionsAnswered, facts.section])],
    }),
    CaseGraded: at('graded'),
    ModerationRequired: (audit) => (audit.moderator === null ? at('moderation-required')(audit) : audit),
    ModeratorAllocated: (audit, { facts }) => ({
      ...at('moderator-allocated')(audit),
      moderator: facts.moderator,
      moderationDue: facts.due,
    }),
    GradeModerated: at('moderated'),
    AuditFinalised: at('finalised'),
    WithdrawalRequested: at('withdrawal-requested'),
    AuditWithdrawn: at('withdrawn'),
    LegalHoldSet: (audit) => ({ ...audit, legalHold: true }),
  },
);
