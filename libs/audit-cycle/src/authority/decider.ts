import type { Decider } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { AuthorityCommand } from './commands.js';
import { decideAuthority } from './decide.js';
import type { AuthorityEvent } from './events.js';
import { evolveAuthority, notRegistered, type AuthorityState } from './state.js';

/** The tenant: one local authority. Whether its clock is real is said once and for good. */
export const authority: Decider<AuthorityState, AuthorityCommand, AuthorityEvent, Acting> = {
  initialState: notRegistered,
  evolve: evolveAuthority,
  decide: decideAuthority,
};
