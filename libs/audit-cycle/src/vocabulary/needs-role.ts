import { refuse, type Decision } from '../decider.js';
import type { Actor } from './acting.js';
import { holdsRole } from './permission.js';
import type { Role } from './role.js';

/** Refuses with `not-permitted` unless the actor holds one of the roles. */
export const needsRole = (actor: Actor, ...roles: readonly Role[]): Decision<never> | null =>
  holdsRole(actor, ...roles)
    ? null
    : refuse('not-permitted', `Ask somebody who holds the role ${roles.join(' or ')} to do this.`, { roles });
