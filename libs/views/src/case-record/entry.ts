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

/** What an action that a surgery set belongs to: it is about no one child. */
type OnNoRecord = { readonly [Of in keyof Belongs]: null };

/** An event as it is kept: some are on the record of no child, and nobody who asks for the record of one is told of them. */
export type KeptEntry = CaseRecordEntry | (OnNoRecord & ToldEvent);

/** Whether it is on the record of a child. */
export const isOnRecord = (entry: KeptEntry): entry is CaseRecordEntry => entry.child !== null;

/**
 * An entry as everybody reads it, without its number in its stream: where something is kept from a reader, the number that is missing
 * would tell of it.
 */
export type CaseRecordItem = Omit<CaseRecordEntry, 'revision'>;

export const caseRecordEntries: TableFold<KeptEntry> = {
  table: 'case_record_entry',
  keeps: 'entries',
  kinds: ['case-audit', 'improvement-action', 're-audit', 'escalation'],
  fold: (before, event) => ({ ...belongsTo(before, event), ...told(event) }),
};

/** A stream's first event says whose it is; the entries after it keep that. */
function belongsTo(before: KeptEntry | null, event: ViewEvent): Belongs | OnNoRecord {
  if (before !== null) {
    return isOnRecord(before)
      ? { child: before.child, cycle: before.cycle, audit: before.audit }
      : ON_NO_RECORD;
  }
  if (event.type === 'CaseSelected')
    return { child: event.facts.child, cycle: event.facts.cycle, audit: event.stream.id };
  if (event.type === 'ActionSet') {
    const { source } = event.facts;
    return source.kind === 'audit'
      ? { child: source.child, cycle: source.cycle, audit: source.audit }
      : ON_NO_RECORD;
  }
  if (event.type === 'CaseSelectedForReAudit' || event.type === 'EscalationOpened')
    return { child: event.facts.child, cycle: event.facts.cycle, audit: event.facts.audit };
  throw new Error(
    `The stream ${event.stream.kind}-${event.stream.id} begins with ${event.type}, which does not say whose it is`,
  );
}

const ON_NO_RECORD: OnNoRecord = { child: null, cycle: null, audit: null };
