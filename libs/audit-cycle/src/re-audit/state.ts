import type { ActionVerdict } from '../improvement-action/priority.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ActionId, PersonId } from '../vocabulary/identifiers.js';
import type { CaseSelectedForReAudit, ReAuditEvent } from './events.js';

export type ReAuditState = { readonly status: 'not-selected' } | ReAudit;

export interface ReAudit {
  readonly status: 'selected' | 'allocated' | 're-audited' | 'withdrawn';
  readonly selected: CaseSelectedForReAudit['facts'];
  readonly reAuditor: PersonId | null;
  /** The day by which it is to be graded again; null until it is allocated. */
  readonly due: IsoDate | null;
  readonly verdicts: ReadonlyMap<ActionId, ActionVerdict>;
}

/** Whether the case is to be audited again and has not been: only one such re-audit of an audit at a time. */
export const isUnderWay = (state: ReAuditState): boolean =>
  state.status === 'selected' || state.status === 'allocated';

export const notSelectedForReAudit: ReAuditState = { status: 'not-selected' };

export function evolveReAudit(state: ReAuditState, event: ReAuditEvent): ReAuditState {
  if (event.type === 'CaseSelectedForReAudit') {
    return { status: 'selected', selected: event.facts, reAuditor: null, due: null, verdicts: new Map() };
  }
  if (state.status === 'not-selected') throw new Error(`${event.type} before any case was selected`);
  switch (event.type) {
    case 'ReAuditorAllocated':
      return { ...state, status: 'allocated', reAuditor: event.facts.reAuditor, due: event.facts.due };
    case 'ReAuditorReplaced':
      return { ...state, reAuditor: event.facts.to, due: event.facts.due };
    case 'ActionChecked': {
      const { action, verdict } = event.facts;
      return { ...state, verdicts: new Map(state.verdicts).set(action, verdict) };
    }
    case 'CaseReaudited':
      return { ...state, status: 're-audited' };
    case 'ReAuditWithdrawn':
      return { ...state, status: 'withdrawn' };
  }
}
