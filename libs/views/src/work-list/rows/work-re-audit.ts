import type { AuditId, ChildId, CycleId, Instant, IsoDate, PersonId, ReAudit } from '#audit-cycle';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** Whom a re-audit waits for. */
export interface WorkReAudit {
  readonly id: string;
  /** The audit that is done again. */
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly status: ReAudit['status'];
  readonly reAuditor: PersonId | null;
  readonly due: IsoDate | null;
  /** When it came to where it stands, or into the hands that it is in. */
  readonly since: Instant;
}

export const workReAudits: TableFold<WorkReAudit> = versionsTable(
  'work_re_audit',
  're-audit',
  'CaseSelectedForReAudit',
  ({ stream, occurredAt, facts }): WorkReAudit => ({
    id: stream.id,
    audit: facts.audit,
    cycle: facts.cycle,
    child: facts.child,
    status: 'selected',
    reAuditor: null,
    due: null,
    since: occurredAt,
  }),
  {
    ReAuditorAllocated: (row, { occurredAt, facts }) => ({
      ...row,
      status: 'allocated',
      reAuditor: facts.reAuditor,
      due: facts.due,
      since: occurredAt,
    }),
    ReAuditorReplaced: (row, { occurredAt, facts }) => ({
      ...row,
      reAuditor: facts.to,
      due: facts.due,
      since: occurredAt,
    }),
    CaseReaudited: (row, { occurredAt }) => ({ ...row, status: 're-audited', since: occurredAt }),
    ReAuditWithdrawn: (row, { occurredAt }) => ({ ...row, status: 'withdrawn', since: occurredAt }),
  },
);
