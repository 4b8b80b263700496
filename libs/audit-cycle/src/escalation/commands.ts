import type { Instant, IsoDate } from '../vocabulary/dates.js';
import type { AuditId, PersonId } from '../vocabulary/identifiers.js';
import type { EscalationReason } from './events.js';

export type EscalationCommand =
  OpenEscalation | AcknowledgeEscalation | ReassignEscalation | ResolveEscalation;

/** Given by the product alone, for what an audit recorded. The child and the cycle are those of the audit. */
export interface OpenEscalation {
  readonly type: 'OpenEscalation';
  readonly audit: AuditId;
  readonly reason: EscalationReason;
  readonly risk: string | null;
  readonly raisedBy: PersonId;
  /** The clock runs from here, however late the command comes. */
  readonly raisedAt: Instant;
  readonly to: PersonId;
  /** Whether it is about staff. */
  readonly restricted: boolean;
  readonly concern?: string;
}

export interface AcknowledgeEscalation {
  readonly type: 'AcknowledgeEscalation';
}

export interface ReassignEscalation {
  readonly type: 'ReassignEscalation';
  readonly to: PersonId;
  readonly reasonCode: string;
}

/** Words and the day on the child's record are needed, unless the escalation is about staff: then there are no words. */
export interface ResolveEscalation {
  readonly type: 'ResolveEscalation';
  readonly whatCode: string;
  readonly whatWasDone?: string;
  readonly doneOn: IsoDate;
  readonly onChildRecordSince?: IsoDate;
}
