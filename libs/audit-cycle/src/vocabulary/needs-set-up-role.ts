import type { Decision } from '../decider.js';
import type { Actor } from './acting.js';
import { needsRole } from './needs-role.js';
import type { Role } from './role.js';

/** As `needsRole`, for what an authority is set up with: the product's own processes do that before it has any people. */
export const needsSetUpRole = (actor: Actor, ...roles: readonly Role[]): Decision<never> | null =>
  actor.process === undefined ? needsRole(actor, ...roles) : null;
