import {
  isUnfinished,
  type ActionId,
  type AuditId,
  type ChildId,
  type ImprovementAction,
} from '#audit-cycle';
import type { Lookups } from './lookups.js';

/** Actions set for an audit, cancelled ones left out. */
export const actionsOfAudit = async (
  lookups: Lookups,
  authority: string,
  audit: AuditId,
): Promise<readonly ActionId[]> =>
  (
    await actionsWhere(
      lookups,
      authority,
      (action) => action.audit === audit && action.status !== 'cancelled',
    )
  ).map(([id]) => id);

/** The actions of a child from all audits, apart from one: those with something left to do, and the others. */
export async function actionsOfChild(
  lookups: Lookups,
  authority: string,
  child: ChildId,
  apartFrom: ActionId,
): Promise<{ readonly open: readonly ActionId[]; readonly closed: readonly ActionId[] }> {
  const all = await actionsWhere(
    lookups,
    authority,
    (action, id) => action.child === child && id !== apartFrom,
  );
  return {
    open: all.filter(([, { status }]) => isUnfinished(status)).map(([id]) => id),
    closed: all.filter(([, { status }]) => !isUnfinished(status)).map(([id]) => id),
  };
}

async function actionsWhere(
  { kinds }: Lookups,
  authority: string,
  wanted: (action: ImprovementAction, id: ActionId) => boolean,
): Promise<readonly (readonly [ActionId, ImprovementAction])[]> {
  const known = await kinds.action.current(authority);
  return [...known].flatMap(([id, state]) =>
    state.status !== 'not-set' && wanted(state, id) ? [[id, state] as const] : [],
  );
}
