import type { AuditId, ChildId, CycleId } from '#audit-cycle';
import { told, type ToldEvent } from '../told-event.js';
import type { TableFold, ViewEvent } from '../view.js';

/** Whose record an event is on. */
interface Belongs {
  readonly child: ChildId;
  readonly cycle: CycleId;
  /**
   * The audit that the event belongs to; of an action, the one that set it; of a re-audit, the one it looks at again; of an
   * escalation, the one that found it; of a review from outside, the one that was reviewed.
   */
  readonly audit: AuditId;
}

/** One event on the record of a child. */
export interface CaseRecordEntry extends Belongs, ToldEvent {}

/**
 * An entry as everybody reads it, without its number in its stream: where something is kept from a reader, the number that is missing
 * would tell of it.
 */
export type CaseRecordItem = Omit<CaseRecordEntry, 'revision'>;

export const caseRecordEntries: TableFold<CaseRecordEntry> = {
  table: 'case_record_entry',
  keeps: 'entries',
  kinds: ['case-audit', 'improvement-action', 're-audit', 'escalation'],
  fold: (before, event) => ({ ...belongsTo(before, event), ...told(event) }),
};

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
