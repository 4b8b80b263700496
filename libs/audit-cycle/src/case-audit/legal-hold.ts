import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ReleaseLegalHold, SetLegalHold } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';

/** Refusals: not-permitted, already-held, code-malformed. */
export const setLegalHold = (
  { reasonCode, reason }: SetLegalHold,
  { legalHold }: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> =>
  needsRole(actor, 'qa-lead', 'caldicott-guardian') ??
  (legalHold ? refuse('already-held', 'The record of this audit is held already.') : null) ??
  needsCode(reasonCode) ??
  accept({
    type: 'LegalHoldSet',
    facts: { reasonCode, by: actor.person },
    narrative: narrative({ reason }),
  });

/** Keeping is easily asked for, giving up is for the guardian of the records. Refusals: not-permitted, not-held, code-malformed, reason-missing. */
export const releaseLegalHold = (
  { reasonCode, reason }: ReleaseLegalHold,
  { legalHold }: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> =>
  needsRole(actor, 'caldicott-guardian') ??
  (legalHold ? null : refuse('not-held', 'The record of this audit is not held.')) ??
  needsReason({ reasonCode, reason }) ??
  accept({
    type: 'LegalHoldReleased',
    facts: { reasonCode, by: actor.person },
    narrative: narrative({ reason }),
  });
