import type {
  AuditId,
  ChildId,
  CycleId,
  EscalationId,
  EscalationStatus,
  Instant,
  PersonId,
} from '#audit-cycle';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** Before whom an escalation is. */
export interface WorkEscalation {
  readonly id: EscalationId;
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly namedPerson: PersonId;
  readonly dueAt: Instant;
  /** About staff: kept from the child's team and its worker. */
  readonly restricted: boolean;
  readonly status: EscalationStatus;
  /** When it came to where it stands, or before whom it is. */
  readonly since: Instant;
}

export const workEscalations: TableFold<WorkEscalation> = versionsTable(
  'work_escalation',
  'escalation',
  'EscalationOpened',
  ({ stream, facts }): WorkEscalation => ({
    id: stream.id,
    audit: facts.audit,
    cycle: facts.cycle,
    child: facts.child,
    namedPerson: facts.to,
    dueAt: facts.dueAt,
    restricted: facts.restricted,
    status: 'open',
    since: facts.raisedAt,
  }),
  {
    EscalationAcknowledged: (row, { facts }) => ({ ...row, status: 'acknowledged', since: facts.at }),
    EscalationReassigned: (row, { occurredAt, facts }) => ({
      ...row,
      status: 'open',
      namedPerson: facts.to,
      since: occurredAt,
    }),
    EscalationResolved: (row, { occurredAt }) => ({ ...row, status: 'resolved', since: occurredAt }),
  },
);
