import type { Acting, AggregateTypes, OrderFor, StreamKind } from '#audit-cycle';
import { calibrationSessionContext } from './calibration-session-context.js';
import { caseAuditContext } from './case-audit-context.js';
import { cycleContext } from './cycle-context.js';
import { escalationContext } from './escalation-context.js';
import { improvementActionContext } from './improvement-action-context.js';
import type { Known } from './lookups.js';
import { personContext } from './person-context.js';
import { reAuditContext } from './re-audit-context.js';
import { reviewRoundContext } from './review-round-context.js';

type FindContext<K extends StreamKind> = (
  known: Known,
  order: OrderFor<K>,
  state: AggregateTypes[K]['state'],
  acting: Acting,
) => Promise<AggregateTypes[K]['context']>;

const actingAlone = async (
  _known: Known,
  _order: unknown,
  _state: unknown,
  acting: Acting,
): Promise<Acting> => acting;

const finders: { readonly [K in StreamKind]: FindContext<K> } = {
  authority: actingAlone,
  'audit-tool': actingAlone,
  policy: actingAlone,
  'working-calendar': actingAlone,
  measure: actingAlone,
  person: (known, order, _state, acting) => personContext(known, order, acting),
  cycle: cycleContext,
  'case-audit': caseAuditContext,
  escalation: escalationContext,
  'improvement-action': improvementActionContext,
  're-audit': reAuditContext,
  'review-round': reviewRoundContext,
  'calibration-session': calibrationSessionContext,
};

/** Looks up what a decision must be told, before it is made. */
export const findContext = <K extends StreamKind>(
  known: Known,
  order: OrderFor<K>,
  state: AggregateTypes[K]['state'],
  acting: Acting,
): Promise<AggregateTypes[K]['context']> => finders[order.kind](known, order, state, acting);
