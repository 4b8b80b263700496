import type { Instant } from '../vocabulary/dates.js';
import type { AuditId, ChildId, CycleId, PersonId } from '../vocabulary/identifiers.js';
import type { EscalationEvent, EscalationReason } from './events.js';

export type EscalationState = { readonly status: 'not-opened' } | Escalation;

/** An escalation is in exactly one of these. */
export const ESCALATION_STATUSES = ['open', 'acknowledged', 'resolved'] as const;
export type EscalationStatus = (typeof ESCALATION_STATUSES)[number];

export interface Escalation {
  readonly status: EscalationStatus;
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly reason: EscalationReason;
  readonly raisedBy: PersonId;
  readonly raisedAt: Instant;
  /** Who has to act now. */
  readonly to: PersonId;
  readonly dueAt: Instant;
  readonly restricted: boolean;
  /** Whether a decision that came too late is on record; before there is one, ask `isBreached`. */
  readonly breachRecorded: boolean;
}

export const notOpened: EscalationState = { status: 'not-opened' };

export const evolveEscalation = (state: EscalationState, event: EscalationEvent): EscalationState => {
  if (event.type === 'EscalationOpened') {
    const { audit, cycle, child, reason, raisedBy, raisedAt, to, dueAt, restricted } = event.facts;
    return {
      status: 'open',
      ...{ audit, cycle, child, reason, raisedBy, raisedAt, to, dueAt, restricted },
      breachRecorded: false,
    };
  }
  if (state.status === 'not-opened') throw new Error(`${event.type} before any escalation was opened`);
  return evolveOpened(state, event);
};

const evolveOpened = (
  state: Escalation,
  event: Exclude<EscalationEvent, { type: 'EscalationOpened' }>,
): Escalation => {
  switch (event.type) {
    case 'EscalationAcknowledged':
      return { ...state, status: 'acknowledged' };
    case 'EscalationReassigned':
      return { ...state, status: 'open', to: event.facts.to };
    case 'EscalationResolved':
      return { ...state, status: 'resolved' };
    case 'EscalationBreached':
      return { ...state, breachRecorded: true };
  }
};
