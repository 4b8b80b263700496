import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { RequestWithdrawal } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';
import { WITHDRAWAL_REASONS, isWithdrawalReason } from './withdrawal.js';

const WORK_UNTIL_THEN_IS_AUDITED: ReadonlyMap<string, string> = new Map([
  ['case-closed', 'A closed case stays in the cycle: the work until it was closed is audited.'],
  ['transferred', 'A transferred case stays in the cycle: the work until the transfer is audited.'],
  ['moved-authority', 'A child who moved away stays in the cycle: the work until the move is audited.'],
]);

/**
 * Before any section is graded a request is enough; afterwards somebody outside the service approves it. A child's
 * death stops the audit at once, whatever was graded, and holds its record; nobody is drawn in their place (rule 8).
 * What was declined once is asked for again only in words. Refusals: not-permitted, not-a-reason-to-withdraw, unknown-reason,
 * withdrawal-already-requested, reason-missing.
 */
export function requestWithdrawal(
  { reasonCode, reason, replace }: RequestWithdrawal,
  state: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (!isWithdrawalReason(reasonCode)) return noReason(reasonCode);
  const requestedBy = actor.person;
  const withdrawn = { requestedBy, approvedBy: null, afterGrading: state.sections.size > 0 };
  const words = narrative({ reason });
  if (reasonCode === 'child-died') {
    return accept(
      { type: 'AuditWithdrawn', facts: { ...withdrawn, reasonCode, replace: false }, narrative: words },
      { type: 'LegalHoldSet', facts: { reasonCode, by: requestedBy }, narrative: null },
    );
  }
  if (state.sections.size === 0) {
    const facts = { ...withdrawn, reasonCode, replace };
    return accept({ type: 'AuditWithdrawn', facts, narrative: words });
  }
  if (state.withdrawalRequest) {
    return refuse('withdrawal-already-requested', 'The withdrawal of this audit waits for approval already.');
  }
  if (state.withdrawalsDeclined.includes(reasonCode) && !isWritten(reason)) {
    return refuse(
      'reason-missing',
      'This withdrawal was declined before. Write down what has to be considered now.',
    );
  }
  return accept({
    type: 'WithdrawalRequested',
    facts: { requestedBy, reasonCode, replace },
    narrative: words,
  });
}

function noReason(code: string): Decision<never> {
  const audited = WORK_UNTIL_THEN_IS_AUDITED.get(code);
  return audited === undefined
    ? refuse('unknown-reason', `Give one of these reasons: ${WITHDRAWAL_REASONS.join(', ')}.`)
    : refuse('not-a-reason-to-withdraw', audited);
}
