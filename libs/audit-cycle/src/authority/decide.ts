import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsSetUpRole } from '../vocabulary/needs-set-up-role.js';
import type { AuthorityCommand } from './commands.js';
import type { AuthorityEvent } from './events.js';
import type { AuthorityState } from './state.js';

/** Refusals: not-permitted, already-registered, name-missing. */
export const decideAuthority = (
  command: AuthorityCommand,
  state: AuthorityState,
  { actor }: Acting,
): Decision<AuthorityEvent> => {
  const notPermitted = needsSetUpRole(actor, 'administrator');
  if (notPermitted !== null) return notPermitted;
  if (state.registered !== null) {
    return refuse('already-registered', 'This authority is registered already. Its name and clock stay.');
  }
  if (!isWritten(command.name)) return refuse('name-missing', 'Give the name of the authority.');
  const { name, clock } = command;
  return accept({ type: 'AuthorityRegistered', facts: { name: name.trim(), clock }, narrative: null });
};
