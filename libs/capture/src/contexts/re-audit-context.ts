import { caseAudit, type Acting, type OrderFor, type ReAuditContext, type ReAuditState } from '#audit-cycle';
import { actionsOfAudit } from './child-actions.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';

/** What deciding about a re-audit needs: the audit that is tested again, and the actions that it set. */
export async function reAuditContext(
  known: Known,
  { command }: OrderFor<'re-audit'>,
  state: ReAuditState,
  acting: Acting,
): Promise<ReAuditContext> {
  const { authority, streams } = known;
  const audit =
    state.status === 'not-selected'
      ? command.type === 'SelectForReAudit'
        ? command.audit
        : null
      : state.selected.audit;
  const original =
    audit === null ? caseAudit.initialState : (await streams.load(authority, 'case-audit', audit)).state;
  const actions = audit !== null && command.type === 'SelectForReAudit' ? actionsOfAudit(known, audit) : [];
  return { ...acting, original, actions, people: everybody(known) };
}
