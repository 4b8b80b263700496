import type { Decider } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { PolicyCommand } from './commands.js';
import { decidePolicy } from './decide.js';
import type { PolicyEvent } from './events.js';
import { evolvePolicy, noPolicyYet, type PolicyState } from './state.js';

/** The numbers of the rules, adopted whole, version by version. */
export const policy: Decider<PolicyState, PolicyCommand, PolicyEvent, Acting> = {
  initialState: noPolicyYet,
  evolve: evolvePolicy,
  decide: decidePolicy,
};
