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
  /** Everybody who gave a verdict or the grade. */
  readonly judges: readonly PersonId[];
}

/** Whether the case is to be audited again and has not been: only one such re-audit of an audit at a time. */
export const isUnderWay = (state: ReAuditState): boolean =>
  state.status === 'selected' || state.status === 'allocated';

export const notSelectedForReAudit: ReAuditState = { status: 'not-selected' };

export function evolveReAudit(state: ReAuditState, event: ReAuditEvent): ReAuditState {
  if (event.type === 'CaseSelectedForReAudit') {
    const nobodyYet = { reAuditor: null, due: null, verdicts: new Map(), judges: [] };
    return { status: 'selected', selected: event.facts, ...nobodyYet };
  }
  if (state.status === 'not-selected') throw new Error(`${event.type} before any case was selected`);
  switch (event.type) {
    case 'ReAuditorAllocated':
      return { ...state, status: 'allocated', reAuditor: event.facts.reAuditor, due: event.facts.due };
    case 'ReAuditorReplaced':
      return { ...state, reAuditor: event.facts.to, due: event.facts.due };
    case 'ActionChecked': {
      const { action, verdict } = event.facts;
      const judges = state.reAuditor === null ? state.judges : [...state.judges, state.reAuditor];
      return { ...state, verdicts: new Map(state.verdicts).set(action, verdict), judges };
    }
    case 'CaseReaudited':
      return { ...state, status: 're-audited', judges: [...state.judges, event.facts.reAuditor] };
    case 'ReAuditWithdrawn':
      return { ...state, status: 'withdrawn' };
  }
}
