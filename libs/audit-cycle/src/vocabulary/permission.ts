import type { Actor } from './acting.js';
import type { Role } from './role.js';

export const holdsRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));
