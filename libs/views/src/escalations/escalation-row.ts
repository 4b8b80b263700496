import type {
  AuditId,
  BreachManner,
  ChildId,
  CycleId,
  EscalationId,
  EscalationReason,
  EscalationStatus,
  Instant,
  IsoDate,
  PersonId,
} from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** Something that could not wait, and what became of it; null where it has not happened. */
export interface EscalationRow {
  readonly id: EscalationId;
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly reason: EscalationReason;
  /** Code of the kind of risk; null for an inadequate grade. */
  readonly risk: string | null;
  readonly raisedBy: PersonId;
  readonly raisedAt: Instant;
  /** Who has to act now. */
  readonly namedPerson: PersonId;
  /** How often it was put before somebody else. */
  readonly handedOn: number;
  readonly dueAt: Instant;
  /** About staff: kept from the child's team and its worker. */
  readonly restricted: boolean;
  readonly status: EscalationStatus;
  /** By the one who has to act now. */
  readonly acknowledgedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly resolvedBy: PersonId | null;
  /** What was done, as a code. */
  readonly whatCode: string | null;
  readonly doneOn: IsoDate | null;
  readonly onChildRecordSince: IsoDate | null;
  /** A decision that came too late recorded it; before that, a breach is a fact of the clock. */
  readonly breachRecorded: boolean;
  readonly breachedHow: BreachManner | null;
}

const NOT_YET = {
  acknowledgedAt: null,
  resolvedAt: null,
  resolvedBy: null,
  whatCode: null,
  doneOn: null,
  onChildRecordSince: null,
  breachRecorded: false,
  breachedHow: null,
} as const;

export const escalationRows: TableFold<EscalationRow> = versionsTable(
  'escalation',
  'escalation',
  'EscalationOpened',
  ({ stream, facts }): EscalationRow => ({
    id: stream.id,
    audit: facts.audit,
    cycle: facts.cycle,
    child: facts.child,
    reason: facts.reason,
    risk: facts.risk,
    raisedBy: facts.raisedBy,
    raisedAt: facts.raisedAt,
    namedPerson: facts.to,
    handedOn: 0,
    dueAt: facts.dueAt,
    restricted: facts.restricted,
    status: 'open',
    ...NOT_YET,
  }),
  {
    EscalationAcknowledged: (row, { facts }) => ({
      ...row,
      status: 'acknowledged',
      acknowledgedAt: facts.at,
    }),
    EscalationReassigned: (row, { facts }) => ({
      ...row,
      status: 'open',
      namedPerson: facts.to,
      handedOn: row.handedOn + 1,
      acknowledgedAt: null,
    }),
    EscalationResolved: (row, { occurredAt, facts }) => ({
      ...row,
      status: 'resolved',
      resolvedAt: occurredAt,
      resolvedBy: facts.by,
      whatCode: facts.whatCode,
      doneOn: facts.doneOn,
      onChildRecordSince: facts.onChildRecordSince,
    }),
    EscalationBreached: (row, { facts }) => ({ ...row, breachRecorded: true, breachedHow: facts.how }),
  },
);
