import type { Actor } from './acting.js';
import type { Role } from './role.js';

export const holdsRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));

/** The product's own processes set an authority up before it has any people; a person needs one of the roles. */
export const maySetUp = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.process !== undefined || holdsRole(actor, ...roles);
