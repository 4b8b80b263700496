import type { AuditId, Grade, PersonId } from '#audit-cycle';

/** The frozen list that a review round is drawn from, beside the log as canonical JSON. */
export interface AuditList {
  /** In the order of their ids. */
  readonly audits: readonly {
    readonly audit: AuditId;
    /** The final grade. */
    readonly grade: Grade;
    /** Who audited the case. */
    readonly auditor: PersonId;
  }[];
}
