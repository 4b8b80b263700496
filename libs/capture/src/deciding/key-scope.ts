import type { AggregateTypes, AuditId, StreamKind } from '#audit-cycle';

type AuditOf = { readonly [K in StreamKind]?: (state: AggregateTypes[K]['state']) => AuditId | null };

const auditOf: AuditOf = {
  escalation: (escalation) => (escalation.status === 'not-opened' ? null : escalation.audit),
  'improvement-action': (action) => (action.status === 'not-set' ? null : action.audit),
  're-audit': (reAudit) => (reAudit.status === 'not-selected' ? null : reAudit.selected.audit),
};

/**
 * Names the key that will seal an event's narrative. What belongs to the audit of one child goes under one key, its
 * escalations, actions and re-audits too, and what a reviewer wrote about it in a round of many, so that it can be forgotten together.
 */
export function keyScope<K extends StreamKind>(
  kind: K,
  id: string,
  state: AggregateTypes[K]['state'],
  event: AggregateTypes[K]['event'],
): string {
  const ofState = (auditOf as { readonly [P in K]?: (state: AggregateTypes[P]['state']) => AuditId | null })[
    kind
  ]?.(state);
  const audit = kind === 'review-round' && 'audit' in event.facts ? event.facts.audit : ofState;
  return audit ? `case-audit-${audit}` : `${kind}-${id}`;
}
