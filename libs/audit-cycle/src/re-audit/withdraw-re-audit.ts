import { accept, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { WithdrawReAudit } from './commands.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';

/** That the case was selected, and why it was let go, stay on the record. Refusals: not-permitted, code-malformed, reason-missing. */
export const withdrawReAudit = (
  { reasonCode, reason }: WithdrawReAudit,
  { actor }: ReAuditContext,
): Decision<ReAuditEvent> =>
  needsRole(actor, 'qa-lead') ??
  needsReason({ reasonCode, reason }) ??
  accept({
    type: 'ReAuditWithdrawn',
    facts: { reasonCode, by: actor.person },
    narrative: narrative({ reason }),
  });
