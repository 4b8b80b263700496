import { accept, refuse, type Decision } from '../decider.js';
import { ROLES } from '../vocabulary/role.js';
import type { GiveRoles } from './commands.js';
import type { PersonEvent } from './events.js';

/** Refusals: unknown-role. The roles are recorded once each, in the order of the list of roles. */
export const giveRoles = ({ roles }: GiveRoles): Decision<PersonEvent> => {
  const unknown = roles.find((role) => !ROLES.includes(role));
  if (unknown !== undefined) {
    return refuse('unknown-role', `The roles are: ${ROLES.join(', ')}.`, { role: unknown });
  }
  const inOrder = ROLES.filter((role) => roles.includes(role));
  return accept({ type: 'RolesGiven', facts: { roles: inOrder }, narrative: null });
};
