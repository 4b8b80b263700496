import type { Decider } from '../decider.js';
import type { PersonCommand } from './commands.js';
import type { PersonContext } from './context.js';
import { decidePerson } from './decide.js';
import type { PersonEvent } from './events.js';
import { evolvePerson, nobodyYet, type PersonState } from './state.js';

/** Somebody who works with the authority: roles, teams and line managers from day to day, and ties to children. */
export const person: Decider<PersonState, PersonCommand, PersonEvent, PersonContext> = {
  initialState: nobodyYet,
  evolve: evolvePerson,
  decide: decidePerson,
};
