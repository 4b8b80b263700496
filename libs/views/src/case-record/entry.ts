import type { AuditId, ChildId, CycleId, Instant, StreamKind } from '#audit-cycle';
import type { TableFold, ViewEvent } from '../view.js';

/** One event on the record of a child: what happened, never what was written about it. */
export interface CaseRecordEntry {
  /** Order in the authority's log, a whole number. */
  readonly position: string;
  readonly child: ChildId;
  readonly cycle: CycleId;
  /**
   * The audit that the event belongs to; of an action, the one that set it; of a re-audit, the one it looks at again; of an
   * escalation, the one that found it; of a review from outside, the one that was reviewed.
   */
  readonly audit: AuditId;
  readonly streamKind: StreamKind;
  readonly streamId: string;
  readonly revision: number;
  /** Id of the event. */
  readonly id: string;
  readonly type: ViewEvent['type'];
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly facts: object;
}

type Belongs = Pick<CaseRecordEntry, 'child' | 'cycle' | 'audit'>;

export const caseRecordEntries: TableFold<CaseRecordEntry> = {
  table: 'case_record_entry',
  keeps: 'entries',
  kinds: ['case-audit', 'improvement-action', 're-audit', 'escalation'],
  fold: (before, event) => ({ ...belongsTo(before, event), ...told(event) }),
};

/** What an entry tells of its event. */
export const told = (event: ViewEvent): Omit<CaseRecordEntry, keyof Belongs> => ({
  position: event.position.toString(),
  streamKind: event.stream.kind,
  streamId: event.stream.id,
  revision: Number(event.revision),
  id: event.id,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: event.actor,
  facts: event.facts,
});

/** A stream's first event says whose it is; the entries after it keep that. */
function belongsTo(before: CaseRecordEntry | null, event: ViewEvent): Belongs {
  if (before !== null) return { child: before.child, cycle: before.cycle, audit: before.audit };
  if (event.type === 'CaseSelected')
    return { child: event.facts.child, cycle: event.facts.cycle, audit: event.stream.id };
  if (
    event.type === 'ActionSet' ||
    event.type === 'CaseSelectedForReAudit' ||
    event.type === 'EscalationOpened'
  )
    return { child: event.facts.child, cycle: event.facts.cycle, audit: event.facts.audit };
  throw new Error(
    `The stream ${event.stream.kind}-${event.stream.id} begins with ${event.type}, which does not say whose it is`,
  );
}
