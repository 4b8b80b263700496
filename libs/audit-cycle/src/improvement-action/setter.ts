import type { Audit } from '../case-audit/state.js';
import type { Decision } from '../decider.js';
import { HOLDS_SURGERIES } from '../measure/decide.js';
import type { Actor } from '../vocabulary/acting.js';
import { needsRole } from '../vocabulary/needs-role.js';

/** Refuses with `not-permitted` whoever neither audits or moderates the case nor is a qa-lead. */
export const notASetter = (
  { auditor, moderator }: Audit,
  { actor }: { readonly actor: Actor },
): Decision<never> | null =>
  actor.person === auditor || actor.person === moderator ? null : needsRole(actor, 'qa-lead');

/** Refuses with `not-permitted` whoever may not hold a surgery: who looks into cases with others says what is to follow from it. */
export const notASetterFromSurgery = ({ actor }: { readonly actor: Actor }): Decision<never> | null =>
  needsRole(actor, ...HOLDS_SURGERIES);
