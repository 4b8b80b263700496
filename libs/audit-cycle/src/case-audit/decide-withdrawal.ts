import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { notIndependentOfCase } from './can-judge.js';
import type { ApproveWithdrawal, DeclineWithdrawal } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { hadPartIn } from './had-part-in.js';
import type { Audit, WithdrawalRequest } from './state.js';

/** Refusals: those of `outsideTheService`. */
export const approveWithdrawal = (
  _: ApproveWithdrawal,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> =>
  outsideTheService(state, context, (request) =>
    accept({
      type: 'AuditWithdrawn',
      facts: { ...request, approvedBy: context.actor.person, afterGrading: true },
      narrative: null,
    }),
  );

/** The audit goes on where it was, and its withdrawal may be asked for again. Refusals: those of `outsideTheService`, code-malformed, reason-missing. */
export const declineWithdrawal = (
  { reasonCode, reason }: DeclineWithdrawal,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> =>
  outsideTheService(
    state,
    context,
    ({ requestedBy }) =>
      needsReason({ reasonCode, reason }, 'Say why the audit is to go on, as a code and in words.') ??
      accept({
        type: 'WithdrawalDeclined',
        facts: { requestedBy, declinedBy: context.actor.person, reasonCode },
        narrative: narrative({ reason }),
      }),
  );

/**
 * Lets those decide on a request to withdraw who neither asked for it nor had a part in the case, and are independent of it (rule 8).
 * Refusals: withdrawal-not-requested, not-permitted, own-request, own-audit, those of `notIndependentOfCase`.
 */
function outsideTheService(
  state: Audit,
  context: InOpenCycle,
  decide: (request: WithdrawalRequest) => Decision<CaseAuditEvent>,
): Decision<CaseAuditEvent> {
  const { person } = context.actor;
  const request = state.withdrawalRequest;
  if (!request) return refuse('withdrawal-not-requested', 'Nobody asked to withdraw this audit.');
  const noRole = needsRole(context.actor, 'service-leader', 'caldicott-guardian');
  if (noRole) return noRole;
  if (person === request.requestedBy) {
    return refuse('own-request', 'Somebody else than who asked for the withdrawal has to decide on it.');
  }
  if (hadPartIn(person, state)) {
    return refuse(
      'own-audit',
      'Nobody decides on this who worked on the case or moderated it. Ask another leader.',
    );
  }
  return notIndependentOfCase(person, state, context) ?? decide(request);
}
