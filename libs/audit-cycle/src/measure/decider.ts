import type { Decider } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { MeasureCommand } from './commands.js';
import { decideMeasure } from './decide.js';
import type { MeasureEvent } from './events.js';
import { evolveMeasure, measureNotDefined, type MeasureState } from './state.js';

export const measure: Decider<MeasureState, MeasureCommand, MeasureEvent, Acting> = {
  initialState: measureNotDefined,
  evolve: evolveMeasure,
  decide: decideMeasure,
};
