import { WORKFLOW_STATUSES, type AuditRow, type WorkflowStatus } from './audit-row.js';
import type { CycleRow } from './cycle-row.js';

/** Where the audits of a cycle stand. */
export interface ProgressFigure {
  /** All audits of the cycle, withdrawn ones included: the sum of `byStatus`. */
  readonly selected: number;
  /** Every status in the order of the work, those without an audit too. */
  readonly byStatus: readonly { readonly status: WorkflowStatus; readonly n: number }[];
}

export interface CycleProgress extends ProgressFigure {
  readonly cycle: CycleRow;
  readonly position: string;
  readonly asOf: string | null;
}

export const progressFigure = (audits: readonly AuditRow[]): ProgressFigure => ({
  selected: audits.length,
  byStatus: WORKFLOW_STATUSES.map((status) => ({
    status,
    n: audits.filter((audit) => audit.status === status).length,
  })),
});
