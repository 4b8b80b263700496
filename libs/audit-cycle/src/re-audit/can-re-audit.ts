import { cannotJudge } from '../case-audit/can-judge.js';
import { hadPartIn } from '../case-audit/had-part-in.js';
import { refuse, type Decision } from '../decider.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { ReAuditContext } from './context.js';
import type { ReAudit } from './state.js';

/**
 * Somebody else than who graded, moderated or settled the case, and as independent of the work as they had to be (rule 1).
 * Refusals: own-audit, those of `cannotJudge`. @throws Error where the original audit was not looked up
 */
export function cannotReAudit(
  person: PersonId,
  { selected }: ReAudit,
  context: ReAuditContext,
): Decision<never> | null {
  const { original } = context;
  if (original.status === 'not-selected') throw new Error(`Audit ${selected.audit} was not looked up`);
  return hadPartIn(person, original) || original.settlers.includes(person)
    ? refuse(
        'own-audit',
        'Nobody re-audits a case that they graded, moderated or settled. Choose somebody else.',
      )
    : cannotJudge(person, 'auditor', selected, context);
}
