import {
  isUnfinished,
  type ActionId,
  type AuditId,
  type ChildId,
  type ImprovementAction,
  type PersonId,
} from '#audit-cycle';
import type { Known } from './lookups.js';

/** Actions set for an audit, cancelled ones left out. */
export const actionsOfAudit = (known: Known, audit: AuditId): readonly ActionId[] =>
  actionsWhere(known, (action) => action.audit === audit && action.status !== 'cancelled').map(([id]) => id);

/** Everybody who owns one of these actions, or ever owned it. */
export const ownersOfActions = (known: Known, actions: readonly ActionId[]): readonly PersonId[] =>
  actionsWhere(known, (_, id) => actions.includes(id)).flatMap(([, { owner, formerOwners }]) => [
    owner,
    ...formerOwners,
  ]);

/** The actions of a child from all audits, apart from one: those with something left to do, and the others. */
export function actionsOfChild(
  known: Known,
  child: ChildId,
  apartFrom: ActionId,
): { readonly open: readonly ActionId[]; readonly closed: readonly ActionId[] } {
  const all = actionsWhere(known, (action, id) => action.child === child && id !== apartFrom);
  return {
    open: all.filter(([, { status }]) => isUnfinished(status)).map(([id]) => id),
    closed: all.filter(([, { status }]) => !isUnfinished(status)).map(([id]) => id),
  };
}

/** The actions of a child, from all audits, that were set before one of them. */
export function actionsBefore(known: Known, child: ChildId, action: ActionId): readonly ActionId[] {
  const all = actionsWhere(known, (one) => one.child === child).map(([id]) => id);
  return all.slice(0, all.indexOf(action));
}

/** In the order in which they were set. */
function actionsWhere(
  { look }: Known,
  wanted: (action: ImprovementAction, id: ActionId) => boolean,
): readonly (readonly [ActionId, ImprovementAction])[] {
  const found: (readonly [ActionId, ImprovementAction])[] = [];
  for (const [id, { state }] of look.all('improvement-action')) {
    if (state.status !== 'not-set' && wanted(state, id)) found.push([id, state]);
  }
  return found;
}
