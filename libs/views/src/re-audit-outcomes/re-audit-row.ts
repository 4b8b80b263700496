import type {
  ActionId,
  ActionVerdict,
  AuditId,
  ChildId,
  CycleId,
  Grade,
  Instant,
  ReAudit,
  ReAuditRule,
} from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** What became of one re-audit. It names neither the child's worker nor whoever graded. */
export interface ReAuditOutcomeRow {
  readonly id: string;
  /** The audit that is done again. */
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly rule: ReAuditRule;
  readonly status: ReAudit['status'];
  readonly selectedAt: Instant;
  readonly reAuditedAt: Instant | null;
  readonly originalGrade: Grade;
  /** Null until it is graded again. */
  readonly grade: Grade | null;
  /** Every action of the original audit. */
  readonly actions: readonly ActionId[];
  /** By action, those that the finished re-audit found; none before. */
  readonly verdicts: Readonly<Record<ActionId, ActionVerdict>>;
}

export const reAuditOutcomeRows: TableFold<ReAuditOutcomeRow> = versionsTable(
  're_audit_outcome',
  're-audit',
  'CaseSelectedForReAudit',
  ({ stream, occurredAt, facts }): ReAuditOutcomeRow => ({
    id: stream.id,
    audit: facts.audit,
    cycle: facts.cycle,
    child: facts.child,
    rule: facts.rule,
    status: 'selected',
    selectedAt: occurredAt,
    reAuditedAt: null,
    originalGrade: facts.originalGrade,
    grade: null,
    actions: facts.actions,
    verdicts: {},
  }),
  {
    ReAuditorAllocated: (row) => ({ ...row, status: 'allocated' }),
    CaseReaudited: (row, { occurredAt, facts }) => ({
      ...row,
      status: 're-audited',
      reAuditedAt: occurredAt,
      grade: facts.grade,
      verdicts: Object.fromEntries(facts.verdicts.map(({ action, verdict }) => [action, verdict])),
    }),
    ReAuditWithdrawn: (row) => ({ ...row, status: 'withdrawn' }),
  },
);
