import { accept, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import type { DiscussInSupervision } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { notAFollower } from './owner.js';
import type { ImprovementAction } from './state.js';
import { wrongDay } from '../vocabulary/wrong-day.js';

/** As often as it is talked about. Refusals: not-permitted, not-a-date, in-the-future. */
export const discussInSupervision = (
  { on, notes }: DiscussInSupervision,
  { owner }: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> =>
  notAFollower(owner, context) ??
  wrongDay(on, context) ??
  accept({
    type: 'DiscussedInSupervision',
    facts: { by: context.actor.person, on },
    narrative: narrative({ notes }),
  });
