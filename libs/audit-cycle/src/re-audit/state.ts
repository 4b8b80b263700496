import type { ActionVerdict } from '../improvement-action/priority.js';
import type { ActionId, PersonId } from '../vocabulary/identifiers.js';
import type { CaseSelectedForReAudit, ReAuditEvent } from './events.js';

export type ReAuditState = { readonly status: 'not-selected' } | ReAudit;

export interface ReAudit {
  readonly status: 'selected' | 'allocated' | 're-audited';
  readonly selected: CaseSelectedForReAudit['facts'];
  readonly reAuditor: PersonId | null;
  readonly verdicts: ReadonlyMap<ActionId, ActionVerdict>;
}

export const notSelectedForReAudit: ReAuditState = { status: 'not-selected' };

export function evolveReAudit(state: ReAuditState, event: ReAuditEvent): ReAuditState {
  if (event.type === 'CaseSelectedForReAudit') {
    return { status: 'selected', selected: event.facts, reAuditor: null, verdicts: new Map() };
  }
  if (state.status === 'not-selected') throw new Error(`${event.type} before any case was selected`);
  switch (event.type) {
    case 'ReAuditorAllocated':
      return { ...state, status: 'allocated', reAuditor: event.facts.reAuditor };
    case 'ActionChecked': {
      const { action, verdict } = event.facts;
      return { ...state, verdicts: new Map(state.verdicts).set(action, verdict) };
    }
    case 'CaseReaudited':
      return { ...state, status: 're-audited' };
  }
}
