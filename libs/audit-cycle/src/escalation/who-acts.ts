import { notIndependent } from '../case-audit/can-judge.js';
import type { Audit } from '../case-audit/state.js';
import { refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { EscalationContext } from './context.js';
import type { Escalation } from './state.js';

/** Refuses with `not-permitted` whoever is neither the named person nor quality assurance lead or service leader. */
export const notInCharge = ({ to }: Escalation, { actor }: Acting): Decision<never> | null =>
  actor.person === to ? null : needsRole(actor, 'qa-lead', 'service-leader');

/**
 * Refuses with `own-case` the worker whose child it is, and with `own-finding` whoever raised it: they do not end it alone. What is
 * about staff is ended by nobody who could not have been named when it was raised: the refusals of `notIndependent` as well.
 */
export const cannotEnd = (
  person: PersonId,
  { raisedBy, restricted }: Escalation,
  { selected }: Audit,
  context: EscalationContext,
): Decision<never> | null => {
  if (person === selected.worker) {
    return refuse('own-case', 'The worker of this child cannot deal with it. Somebody else has to.', {
      person,
    });
  }
  if (person === raisedBy) {
    return refuse('own-finding', 'Whoever raised it cannot end it alone. Somebody else has to.', { person });
  }
  return restricted ? notIndependent(person, selected, context) : null;
};
