import type { Instant } from '../vocabulary/dates.js';
import type { BreachManner, EscalationEvent } from './events.js';
import type { Escalation, EscalationStatus } from './state.js';

/**
 * Whether the moment was missed, as a fact of the clock: something still to be dealt with is breached from the
 * millisecond after it was due, without anybody recording that; later on the late decision has recorded it.
 */
export const isBreached = ({ status, dueAt, breachRecorded }: EscalationClock, now: Instant): boolean =>
  breachRecorded || (status !== 'resolved' && now > dueAt);

export interface EscalationClock {
  readonly status: EscalationStatus;
  readonly dueAt: Instant;
  readonly breachRecorded: boolean;
}

/** What the first decision after the moment records beside itself; an escalation is breached once. */
export const lateBy = (
  { dueAt, breachRecorded }: Escalation,
  now: Instant,
  how: BreachManner,
): readonly EscalationEvent[] =>
  breachRecorded || now <= dueAt
    ? []
    : [{ type: 'EscalationBreached', facts: { dueAt, how }, narrative: null }];
