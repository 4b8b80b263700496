import type { ReAuditDrawRule } from '../cycle/re-audit-draw.js';
import type { ActionVerdict } from '../improvement-action/priority.js';
import type { Grade } from '../vocabulary/grade.js';
import type { ActionId, AuditId, PersonId } from '../vocabulary/identifiers.js';

export type ReAuditCommand =
  SelectForReAudit | AllocateReAuditor | ReplaceReAuditor | CheckAction | GradeReAudit | WithdrawReAudit;

/** The facts of the case come from the original audit, by the context. */
export interface SelectForReAudit {
  readonly type: 'SelectForReAudit';
  readonly audit: AuditId;
  /** Why somebody chose it; left out where a draw came to it. */
  readonly reasonCode?: string;
  /** How a draw of the audit's cycle came to it; only the process that carries draws on says so. Left out, somebody chose it. */
  readonly drawn?: {
    readonly rule: ReAuditDrawRule;
    readonly seed: string;
    /** Null for `inadequate`. */
    readonly index: number | null;
  };
}

export interface AllocateReAuditor {
  readonly type: 'AllocateReAuditor';
  readonly reAuditor: PersonId;
}

export interface ReplaceReAuditor {
  readonly type: 'ReplaceReAuditor';
  readonly to: PersonId;
  readonly reasonCode: string;
  readonly reason: string;
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

export interface WithdrawReAudit {
  readonly type: 'WithdrawReAudit';
  readonly reasonCode: string;
  readonly reason: string;
}
