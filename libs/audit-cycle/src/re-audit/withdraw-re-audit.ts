import { notIndependentOfCase } from '../case-audit/can-judge.js';
import { accept, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { judgedBefore, originalOf } from './can-re-audit.js';
import type { WithdrawReAudit } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';
import type { ReAudit } from './state.js';

/**
 * That the case was selected, and why it was let go, stay on the record. Nobody lets go the test of their own work. Refusals:
 * not-permitted, code-malformed, reason-missing, those of `judgedBefore` and `notIndependentOfCase`.
 */
export const withdrawReAudit = (
  { reasonCode, reason }: WithdrawReAudit,
  state: ReAudit,
  context: ReAuditContext,
): Decision<ReAuditEvent> =>
  needsRole(context.actor, 'qa-lead') ??
  needsReason({ reasonCode, reason }) ??
  judgedBefore(context.actor.person, state, context) ??
  notIndependentOfCase(context.actor.person, originalOf(state, context), context) ??
  accept({
    type: 'ReAuditWithdrawn',
    facts: { reasonCode, by: context.actor.person },
    narrative: narrative({ reason }),
  });
