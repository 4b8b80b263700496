import type { Decider } from '../decider.js';
import type { CycleCommand } from './commands.js';
import type { CycleContext } from './context.js';
import { decideCycle } from './decide.js';
import type { CycleEvent } from './events.js';
import { evolveCycle, notPlanned, type CycleState } from './state.js';

export const cycle: Decider<CycleState, CycleCommand, CycleEvent, CycleContext> = {
  initialState: notPlanned,
  evolve: evolveCycle,
  decide: decideCycle,
};
