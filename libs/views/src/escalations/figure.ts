import {
  ESCALATION_REASONS,
  ESCALATION_STATUSES,
  type EscalationReason,
  type EscalationStatus,
} from '#audit-cycle';
import type { EscalationShown } from './escalations-seen.js';

/** How many escalations there are and how they stand. */
export interface EscalationFigure {
  /** The sum of `byStatus`, and of `byReason`. */
  readonly n: number;
  /** Every status, those without an escalation too. */
  readonly byStatus: readonly { readonly status: EscalationStatus; readonly n: number }[];
  readonly byReason: readonly { readonly reason: EscalationReason; readonly n: number }[];
  /** A part of `n`, whatever their status. */
  readonly breached: number;
  /** Of those that are not resolved. */
  readonly breachedUnresolved: number;
  /** Resolved before they were due, of all that are resolved. */
  readonly resolvedInTime: { readonly n: number; readonly of: number };
  readonly missing: {
    /** Of children whose case names no team; no filter by team finds them. */
    readonly withoutTeam: number;
  };
}

export function escalationFigure(escalations: readonly EscalationShown[]): EscalationFigure {
  const count = (fits: (one: EscalationShown) => boolean): number => escalations.filter(fits).length;
  return {
    n: escalations.length,
    byStatus: ESCALATION_STATUSES.map((status) => ({ status, n: count((one) => one.status === status) })),
    byReason: ESCALATION_REASONS.map((reason) => ({ reason, n: count((one) => one.reason === reason) })),
    breached: count(({ breached }) => breached),
    breachedUnresolved: count(({ breached, status }) => breached && status !== 'resolved'),
    resolvedInTime: {
      n: count(({ status, dueAt, resolvedAt }) => status === 'resolved' && resolvedAt! <= dueAt),
      of: count(({ status }) => status === 'resolved'),
    },
    missing: { withoutTeam: count(({ team }) => team === null) },
  };
}
