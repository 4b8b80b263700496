import type { AggregateTypes, StreamKind } from '#audit-cycle';

type ScopeOf = {
  readonly [K in StreamKind]?: (
    state: AggregateTypes[K]['state'],
    event: AggregateTypes[K]['event'],
    id: string,
  ) => string | null;
};

const ofAudit = (audit: string): string => `case-audit-${audit}`;
const ofSurgery = (measure: string, surgery: number): string => `measure-${measure}-surgery-${surgery}`;

const scopeOf: ScopeOf = {
  escalation: (escalation) => (escalation.status === 'not-opened' ? null : ofAudit(escalation.audit)),
  'improvement-action': (action) => {
    if (action.status === 'not-set') return null;
    const { source } = action;
    return source.kind === 'audit' ? ofAudit(source.audit) : ofSurgery(source.measure, source.surgery);
  },
  're-audit': (reAudit) => (reAudit.status === 'not-selected' ? null : ofAudit(reAudit.selected.audit)),
  'review-round': (_round, { facts }) => ('audit' in facts ? ofAudit(facts.audit) : null),
  measure: (_measure, event, id) =>
    event.type === 'SurgeryHeld' ? ofSurgery(id, event.facts.surgery) : null,
};

/**
 * Names the key that will seal an event's narrative. What belongs to the audit of one child goes under one key, its
 * escalations, actions and re-audits too, and what a reviewer wrote about it in a round of many, so that it can be forgotten together.
 * So does what one surgery showed of several children, with the actions that were set from it: to forget it costs the measure no other
 * word.
 */
export function keyScope<K extends StreamKind>(
  kind: K,
  id: string,
  state: AggregateTypes[K]['state'],
  event: AggregateTypes[K]['event'],
): string {
  return scopeOf[kind]?.(state, event, id) ?? `${kind}-${id}`;
}
