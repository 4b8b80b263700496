import type { ActionId, AuditId, ChildId, CycleId, MeasureId } from '../vocabulary/identifiers.js';

/** Where an action comes from, with all that only an action from there has. */
export type ActionSource = FromAudit | FromSurgery;

/** The audit of one child's case asked for it. */
export interface FromAudit {
  /** An audit set it. */
  readonly kind: 'audit';
  /** The audit that found the need. */
  readonly audit: AuditId;
  /** The cycle of that audit. */
  readonly cycle: CycleId;
  readonly child: ChildId;
  /** Code of the tool's theme that it belongs to; null for none. */
  readonly theme: string | null;
  /** Code of the cycle's question that it belongs to; null for none. */
  readonly lineOfEnquiry: string | null;
  /** The child's open actions that were looked at before this one was set. */
  readonly openActionsShown: readonly ActionId[];
}

/** A surgery on the figures of a measure asked for it. It is about what the cases had in common, and so about no one child. */
export interface FromSurgery {
  /** A surgery set it. */
  readonly kind: 'measure';
  /** The measure whose figure was looked into. */
  readonly measure: MeasureId;
  /** Number of the surgery among those of the measure. */
  readonly surgery: number;
}
