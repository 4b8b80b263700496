import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { notIndependentOfCase } from './can-judge.js';
import type { ReturnAudit } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { auditedCase } from './had-part-in.js';
import { gradeOf, gradingOf, type Audit } from './state.js';
import { tiedJudges } from './tied-judges.js';

/**
 * The moderator of the case or a qa-lead gives it back; every grade so far stays on the record. A settled grade is given back only where
 * somebody on whose judgement it rests is tied to the case. Refusals: not-permitted, own-audit, those of `notIndependentOfCase`,
 * code-malformed, reason-missing, dispute-outstanding, already-settled.
 */
export function returnAudit(
  { reasonCode, reason }: ReturnAudit,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { actor } = context;
  const by = actor.person;
  const refused = by === state.moderator ? null : needsRole(actor, 'qa-lead');
  if (refused) return refused;
  if (auditedCase(by, state)) {
    return refuse(
      'own-audit',
      'Nobody returns an audit that is theirs or that they worked on. Ask the moderator or another lead.',
    );
  }
  const { lineage, attempts } = gradingOf(state);
  return (
    notIndependentOfCase(by, state, context) ??
    needsReason({ reasonCode, reason }) ??
    betweenPanels(state, context) ??
    accept({
      type: 'AuditReturned',
      facts: { by, reasonCode, grade: gradeOf(lineage), attempt: attempts },
      narrative: narrative({ reason }),
    })
  );
}

function betweenPanels(state: Audit, context: InOpenCycle): Decision<never> | null {
  if (state.status === 'disputed') {
    return refuse('dispute-outstanding', 'The auditor disputes this grade. Have a panel settle it first.');
  }
  return state.status === 'settled' && tiedJudges(state, context).length === 0
    ? refuse('already-settled', 'This audit has been settled; that stays as it is.')
    : null;
}
