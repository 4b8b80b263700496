import type { Decision } from '../decider.js';
import type { Actor } from '../vocabulary/acting.js';
import { needsRole } from '../vocabulary/needs-role.js';

/** Refuses with `not-permitted` whoever holds no role that looks at the work of others. */
export const notAVerifier = (actor: Actor): Decision<never> | null =>
  needsRole(actor, 'qa-lead', 'moderator', 'auditor', 'service-leader');
