import { cannotJudgeCase } from '../case-audit/can-judge.js';
import { hadPartIn } from '../case-audit/had-part-in.js';
import type { Audit } from '../case-audit/state.js';
import { refuse, type Decision } from '../decider.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { ReAuditContext } from './context.js';
import type { ReAudit } from './state.js';

/**
 * Somebody who judged neither the case nor its actions before, owns none of the actions, and is as independent of the work as they
 * had to be for the original audit (rule 1), by what is on record of it now.
 * Refusals: own-audit, own-action, those of `cannotJudgeCase`. @throws Error where the original audit was not looked up
 */
export function cannotReAudit(
  person: PersonId,
  state: ReAudit,
  context: ReAuditContext,
): Decision<never> | null {
  const original = originalOf(state, context);
  return judgedBefore(person, state, context) ?? cannotJudgeCase(person, 'auditor', original, context);
}

/** Refusals: own-audit, own-action. @throws Error where the original audit was not looked up */
export function judgedBefore(
  person: PersonId,
  state: ReAudit,
  context: ReAuditContext,
): Decision<never> | null {
  const original = originalOf(state, context);
  if (
    hadPartIn(person, original) ||
    original.settlers.includes(person) ||
    context.earlierJudges.includes(person)
  ) {
    return refuse(
      'own-audit',
      'Nobody decides about a re-audit of a case that they graded, moderated, settled or audited again. Choose somebody else.',
    );
  }
  return context.owners.includes(person)
    ? refuse('own-action', 'An action of this case is or was theirs. Choose somebody else.', { person })
    : null;
}

export function originalOf({ selected }: ReAudit, { original }: ReAuditContext): Audit {
  if (original.status === 'not-selected') throw new Error(`Audit ${selected.audit} was not looked up`);
  return original;
}
