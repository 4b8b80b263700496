import { caseAudit, type Acting, type OrderFor, type ReAuditContext, type ReAuditState } from '#audit-cycle';
import { actionsOfAudit } from './child-actions.js';
import { everybody } from './everybody.js';
import type { Lookups } from './lookups.js';

/** What deciding about a re-audit needs: the audit that is tested again, and the actions that it set. */
export async function reAuditContext(
  lookups: Lookups,
  authority: string,
  { command }: OrderFor<'re-audit'>,
  state: ReAuditState,
  acting: Acting,
): Promise<ReAuditContext> {
  const audit =
    state.status === 'not-selected'
      ? command.type === 'SelectForReAudit'
        ? command.audit
        : null
      : state.selected.audit;
  const [original, actions, people] = await Promise.all([
    audit === null ? null : lookups.streams.load(authority, 'case-audit', audit),
    audit === null || command.type !== 'SelectForReAudit' ? [] : actionsOfAudit(lookups, authority, audit),
    everybody(lookups, authority),
  ]);
  return { ...acting, original: original?.state ?? caseAudit.initialState, actions, people };
}
