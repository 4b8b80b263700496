import type { ActionVerdict } from '../improvement-action/priority.js';
import type { Grade } from '../vocabulary/grade.js';
import type { ActionId, AuditId, PersonId } from '../vocabulary/identifiers.js';

export type ReAuditCommand = SelectForReAudit | AllocateReAuditor | CheckAction | GradeReAudit;

/** The facts of the case come from the original audit, by the context. */
export interface SelectForReAudit {
  readonly type: 'SelectForReAudit';
  readonly audit: AuditId;
}

export interface AllocateReAuditor {
  readonly type: 'AllocateReAuditor';
  readonly reAuditor: PersonId;
}

/** May be given again until the case is re-audited; the later verdict counts. */
export interface CheckAction {
  readonly type: 'CheckAction';
  readonly action: ActionId;
  readonly verdict: ActionVerdict;
  readonly evidence?: string;
}

export interface GradeReAudit {
  readonly type: 'GradeReAudit';
  readonly grade: Grade;
  readonly rationale: string;
}
