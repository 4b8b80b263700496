import {
  isUnfinished,
  type ActionId,
  type AuditId,
  type ChildId,
  type ImprovementAction,
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

/** The actions of a child from all audits, apart from one: those with something left to do, and the others. */
export function actionsOfChild(
  known: Looking,
  child: ChildId,
  apartFrom: ActionId,
): { readonly open: readonly ActionId[]; readonly closed: readonly ActionId[] } {
  const all = known.look.actionsBy.child(child).filter((id) => id !== apartFrom);
  const isOpen = (id: ActionId): boolean => {
    const action = actionOf(known, id);
    return action !== null && isUnfinished(action.status);
  };
  return { open: all.filter(isOpen), closed: all.filter((id) => !isOpen(id)) };
}

/** The actions of a child, from all audits, that were set before one of them. */
export function actionsBefore({ look }: Looking, child: ChildId, action: ActionId): readonly ActionId[] {
  const all = look.actionsBy.child(child);
  return all.slice(0, all.indexOf(action));
}

function actionOf({ look }: Looking, id: ActionId): ImprovementAction | null {
  const { state } = look.of('improvement-action', id);
  return state.status === 'not-set' ? null : state;
}
