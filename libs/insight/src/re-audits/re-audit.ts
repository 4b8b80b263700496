import type {
  ActionId,
  ActionVerdict,
  AuditId,
  ChildId,
  CycleId,
  Grade,
  IsoDate,
  PersonId,
  ReAuditEvent,
  ReAuditRule,
} from '#audit-cycle';
import type { CaseRecordEntry } from '#views';

/** A case looked at again, with the grade that it had beside the one that it got. */
export interface ReAudit {
  readonly id: string;
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly status: 'selected' | 'allocated' | 'graded' | 'withdrawn';
  readonly originalGrade: Grade;
  readonly reAuditor: PersonId | null;
  /** The day by which it is to be graded again; null until it is allocated. */
  readonly due: IsoDate | null;
  readonly rule: ReAuditRule;
  /** Every action that the original audit set; null where it has not been checked yet. */
  readonly actions: readonly { readonly action: ActionId; readonly verdict: ActionVerdict | null }[];
  readonly grade: Grade | null;
}

type Told = {
  readonly [Event in ReAuditEvent as Event['type']]: Pick<Event, 'type' | 'facts'>;
}[ReAuditEvent['type']];

/** The re-audit that its entries on the case record tell of, all of them in their order; null without any. */
export const reAuditOf = (entries: readonly CaseRecordEntry[]): ReAudit | null =>
  // Entries of these streams hold the facts of these events.
  entries.reduce<ReAudit | null>((reAudit, entry) => after(reAudit, entry, entry as unknown as Told), null);

function after(before: ReAudit | null, entry: CaseRecordEntry, { type, facts }: Told): ReAudit {
  if (type === 'CaseSelectedForReAudit') {
    return {
      id: entry.streamId,
      audit: entry.audit,
      cycle: entry.cycle,
      child: entry.child,
      status: 'selected',
      originalGrade: facts.originalGrade,
      reAuditor: null,
      due: null,
      rule: facts.rule,
      actions: facts.actions.map((action) => ({ action, verdict: null })),
      grade: null,
    };
  }
  if (before === null) throw new Error(`The re-audit ${entry.streamId} begins with ${type}`);
  switch (type) {
    case 'ReAuditorAllocated':
      return { ...before, status: 'allocated', reAuditor: facts.reAuditor, due: facts.due };
    case 'ReAuditorReplaced':
      return { ...before, reAuditor: facts.to, due: facts.due };
    case 'ActionChecked':
      return { ...before, actions: withVerdicts(before.actions, [facts]) };
    case 'CaseReaudited':
      return {
        ...before,
        status: 'graded',
        grade: facts.grade,
        actions: withVerdicts(before.actions, facts.verdicts),
      };
    case 'ReAuditWithdrawn':
      return { ...before, status: 'withdrawn' };
  }
}

const withVerdicts = (
  actions: ReAudit['actions'],
  verdicts: readonly { readonly action: ActionId; readonly verdict: ActionVerdict }[],
): ReAudit['actions'] =>
  actions
    .map((checked) => verdicts.find(({ action }) => action === checked.action) ?? checked)
    .map(({ action, verdict }) => ({ action, verdict }));
