import {
  isUnfinished,
  type ActionId,
  type AuditId,
  type ChildId,
  type ImprovementAction,
  type MeasureId,
  type PersonId,
} from '#audit-cycle';
import type { Known } from './lookups.js';

type Looking = Pick<Known, 'look'>;

/** Actions set for an audit, cancelled ones left out. */
export const actionsOfAudit = (known: Looking, audit: AuditId): readonly ActionId[] =>
  known.look.actionsBy.audit(audit).filter((id) => actionOf(known, id)?.status !== 'cancelled');

/** The same with their states, cancelled ones included. */
export const actionStatesOfAudit = (known: Looking, audit: AuditId): readonly ImprovementAction[] =>
  known.look.actionsBy.audit(audit).flatMap((id) => actionOf(known, id) ?? []);

/** Everybody who owns one of these actions, or ever owned it. */
export const ownersOfActions = (known: Looking, actions: readonly ActionId[]): readonly PersonId[] =>
  actions
    .flatMap((id) => actionOf(known, id) ?? [])
    .flatMap(({ owner, formerOwners }) => [owner, ...formerOwners]);

/** The actions of a child from all audits, apart from one, that have something left to do. */
export const openActionsOfChild = (
  known: Looking,
  child: ChildId,
  apartFrom: ActionId,
): readonly ActionId[] =>
  known.look.actionsBy.child(child).filter((id) => {
    const action = id === apartFrom ? null : actionOf(known, id);
    return action !== null && isUnfinished(action.status);
  });

/** The actions of the same child, from all audits, or of the same measure, that were set before one of them: all, if that is still to be set. */
export function actionsBefore(
  { look }: Looking,
  about: { readonly child: ChildId } | { readonly measure: MeasureId },
  action: ActionId,
): readonly ActionId[] {
  const all = 'child' in about ? look.actionsBy.child(about.child) : look.actionsBy.measure(about.measure);
  const place = all.indexOf(action);
  return place < 0 ? all : all.slice(0, place);
}

function actionOf({ look }: Looking, id: ActionId): ImprovementAction | null {
  const { state } = look.of('improvement-action', id);
  return state.status === 'not-set' ? null : state;
}
