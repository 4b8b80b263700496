import type { AuditId, ChildId, CycleId, EscalationId, People, PersonId } from '#audit-cycle';
import type { EscalatedCaseRow } from '../escalations/escalated-case.js';
import { isSeenBy, type EscalationViewer } from '../escalations/who-sees.js';
import type { ViewEvent, ViewEventNamed } from '../view.js';
import type { CaseRecordEntry } from './entry.js';

/** An audited case as its own entries tell of it, with what was corrected. */
export interface RecordedCase extends EscalatedCaseRow {
  readonly child: ChildId;
  readonly cycle: CycleId;
}

/** The cases that these entries begin. */
export function casesOf(entries: readonly CaseRecordEntry[]): ReadonlyMap<AuditId, RecordedCase> {
  const cases = new Map<AuditId, RecordedCase>();
  for (const entry of entries) {
    const before = cases.get(entry.audit);
    if (isEntryOf(entry, 'CaseSelected')) {
      const { team, worker, asAt, child, cycle } = entry.facts;
      cases.set(entry.audit, { id: entry.audit, team, worker, asAt, child, cycle });
    } else if (before !== undefined && isEntryOf(entry, 'CorrectionMade') && entry.facts.field !== 'cohort') {
      cases.set(entry.audit, { ...before, [entry.facts.field]: entry.facts.to });
    }
  }
  return cases;
}

/**
 * Whether an entry is there for somebody. What is about staff is kept from those from whom its escalation is kept: the escalation
 * and the finding that led to it alike. All that is known now counts, whatever moment is asked about.
 */
export function entrySeenBy(
  viewer: EscalationViewer,
  known: readonly CaseRecordEntry[],
  cases: ReadonlyMap<AuditId, RecordedCase>,
  people: People,
): (entry: CaseRecordEntry) => boolean {
  const escalations = escalationsOf(known);
  return (entry) => {
    const about = isEntryOf(entry, 'ImmediateRiskRaised')
      ? findingOf(entry.facts)
      : escalations.get(entry.streamId);
    return about?.restricted !== true || isSeenBy(viewer, about, cases.get(entry.audit), people);
  };
}

interface AboutStaff {
  readonly restricted: boolean;
  readonly namedPerson: PersonId;
  readonly raisedBy: PersonId;
}

const findingOf = ({
  referredOnly,
  escalateTo,
  by,
}: ViewEventNamed<'ImmediateRiskRaised'>['facts']): AboutStaff => ({
  restricted: referredOnly,
  namedPerson: escalateTo,
  raisedBy: by,
});

function escalationsOf(entries: readonly CaseRecordEntry[]): ReadonlyMap<EscalationId, AboutStaff> {
  const escalations = new Map<EscalationId, AboutStaff>();
  for (const entry of entries) {
    const before = escalations.get(entry.streamId);
    if (isEntryOf(entry, 'EscalationOpened')) {
      const { restricted, to: namedPerson, raisedBy } = entry.facts;
      escalations.set(entry.streamId, { restricted, namedPerson, raisedBy });
    } else if (before !== undefined && isEntryOf(entry, 'EscalationReassigned')) {
      escalations.set(entry.streamId, { ...before, namedPerson: entry.facts.to });
    }
  }
  return escalations;
}

/** An entry of this type holds the facts of this event. */
export const isEntryOf = <Type extends ViewEvent['type']>(
  entry: CaseRecordEntry,
  type: Type,
): entry is CaseRecordEntry & { readonly type: Type; readonly facts: ViewEventNamed<Type>['facts'] } =>
  entry.type === type;
