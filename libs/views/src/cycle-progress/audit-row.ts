import type { AuditId, ChildId, Cohort, CycleId, IsoDate, PersonId, TeamName } from '#audit-cycle';
import { correctedGroup } from '../corrected-group.js';
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
  'disputed',
  'settled',
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
  /** Where the work on it stands, whether or not somebody asked to withdraw it; of one that has ended, where it stood before. */
  readonly step: WorkflowStatus;
  readonly auditor: PersonId | null;
  readonly auditDue: IsoDate | null;
  /** A rule asks for moderation, or somebody did. */
  readonly moderationRequired: boolean;
  readonly moderator: PersonId | null;
  readonly moderationDue: IsoDate | null;
  readonly sectionsAnswered: readonly string[];
  readonly legalHold: boolean;
}

/** A request to withdraw stands until it is declined, or the audit is withdrawn or finalised, whatever is done meanwhile. */
const at =
  (step: WorkflowStatus) =>
  (audit: AuditRow): AuditRow =>
    audit.status === 'withdrawal-requested' ? { ...audit, step } : { ...audit, step, status: step };

const ended =
  (status: 'finalised' | 'withdrawn') =>
  (audit: AuditRow): AuditRow => ({ ...audit, status });

/** What was answered waits for another auditor; a case without answers waits for its allocation again. */
const withoutAuditor = (audit: AuditRow): AuditRow => ({
  ...(audit.sectionsAnswered.length === 0 ? at('selected')(audit) : audit),
  auditor: null,
  auditDue: null,
});

const withoutModerator = (audit: AuditRow): AuditRow => ({
  ...(audit.moderator === null ? audit : at('moderation-required')(audit)),
  moderator: null,
  moderationDue: null,
});

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
    step: 'selected',
    auditor: null,
    auditDue: null,
    moderationRequired: false,
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
    AuditorReplaced: (audit, { facts }) => ({ ...audit, auditor: facts.to, auditDue: facts.due }),
    AuditDeadlineExtended: (audit, { facts }) => ({ ...audit, auditDue: facts.to }),
    ConflictDeclared: (audit, { facts }) =>
      facts.as === 'auditor' ? withoutAuditor(audit) : withoutModerator(audit),
    AuditStarted: at('in-progress'),
    SectionGraded: (audit, { facts }) => ({
      ...audit,
      sectionsAnswered: [...new Set([...audit.sectionsAnswered, facts.section])],
    }),
    CaseGraded: (audit) => at(audit.moderationRequired ? 'moderation-required' : 'graded')(audit),
    ModerationRequired: (audit) => ({
      ...(audit.moderator === null ? at('moderation-required')(audit) : audit),
      moderationRequired: true,
    }),
    ModeratorAllocated: (audit, { facts }) => ({
      ...at('moderator-allocated')(audit),
      moderator: facts.moderator,
      moderationDue: facts.due,
    }),
    ModeratorReplaced: (audit, { facts }) => ({
      ...audit,
      moderator: facts.to,
      moderationDue: facts.due,
    }),
    GradeModerated: at('moderated'),
    AuditReturned: (audit) => ({ ...at('in-progress')(audit), moderator: null, moderationDue: null }),
    GradeDisputed: at('disputed'),
    GradeSettled: at('settled'),
    CorrectionMade: (audit, { facts }) => ({ ...audit, ...correctedGroup(facts) }),
    AuditFinalised: ended('finalised'),
    WithdrawalRequested: (audit) => ({ ...audit, status: 'withdrawal-requested' }),
    WithdrawalDeclined: (audit) => ({ ...audit, status: audit.step }),
    AuditWithdrawn: ended('withdrawn'),
    LegalHoldSet: (audit) => ({ ...audit, legalHold: true }),
    LegalHoldReleased: (audit) => ({ ...audit, legalHold: false }),
  },
);
