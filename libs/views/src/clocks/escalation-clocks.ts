import { isBreached, type Instant } from '#audit-cycle';
import type { EscalationRow } from '../escalations/escalation-row.js';
import type { ClockedAudit } from './clocked-audit.js';
import type { ClockedCase } from './clocked-case.js';

/**
 * How long it took until the one who has to act acknowledged an escalation, and until it was resolved. Handing it on begins the
 * acknowledgement anew, from when it was raised; whoever resolves it has acknowledged it.
 *
 * @param at the moment by which breaches are judged
 */
export function escalationClocks(
  escalation: EscalationRow,
  audit: ClockedAudit,
  at: Instant,
): readonly ClockedCase[] {
  const { acknowledgedAt, resolvedAt, raisedAt, dueAt: due } = escalation;
  const about = {
    ...{ audit: escalation.audit, escalation: escalation.id, cycle: escalation.cycle },
    ...{ child: escalation.child, cohort: audit.cohort, team: audit.team },
    ...{ timeliness: null, due },
  };
  const seenAt = acknowledgedAt ?? resolvedAt;
  const late = isBreached(escalation, at);
  const resolved = resolvedAt === null ? 'waiting' : 'done';
  return [
    {
      ...{ ...about, due: null, clock: 'acknowledgement' },
      ...{ standing: seenAt === null ? 'waiting' : 'done', taken: hoursBetween(raisedAt, seenAt ?? at) },
    },
    {
      ...{ ...about, clock: 'resolution', taken: hoursBetween(raisedAt, resolvedAt ?? at) },
      standing: late ? `${resolved}-late` : resolvedAt === null ? 'waiting' : 'done-in-time',
    },
  ];
}

/** One decimal, and never negative, also where two machines do not agree on the time. */
const hoursBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 360_000) / 10);
