import type { Decider } from '../decider.js';
import type { ImprovementActionCommand } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import { decideImprovementAction } from './decide.js';
import type { ImprovementActionEvent } from './events.js';
import { evolveImprovementAction, notSet, type ImprovementActionState } from './state.js';

/** Something to be put right after an audit, or after a surgery on a measure: set, accepted, reported done by its owner and verified by somebody else. */
export const improvementAction: Decider<
  ImprovementActionState,
  ImprovementActionCommand,
  ImprovementActionEvent,
  ImprovementActionContext
> = {
  initialState: notSet,
  evolve: evolveImprovementAction,
  decide: decideImprovementAction,
};
