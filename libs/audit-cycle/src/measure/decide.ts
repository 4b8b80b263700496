import { refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { Role } from '../vocabulary/role.js';
import type { MeasureCommand } from './commands.js';
import { defineMeasure, redefineMeasure } from './define-measure.js';
import type { MeasureEvent } from './events.js';
import { holdSurgery } from './hold-surgery.js';
import { reportMeasure } from './report-measure.js';
import { requestReview } from './request-review.js';
import { setTargets } from './set-targets.js';
import type { MeasureState } from './state.js';

/** Whoever keeps the measures: what they measure, their targets and their figures. */
export const KEEPS_MEASURES: readonly Role[] = ['qa-lead', 'analyst', 'administrator'];
/** Whoever may ask for a review by hand. */
export const ASKS_FOR_REVIEWS: readonly Role[] = [...KEEPS_MEASURES, 'service-leader'];

/** Whoever may look into cases with others. */
export const HOLDS_SURGERIES: readonly Role[] = ['qa-lead', 'service-leader'];

/** Refusals: not-permitted, already-defined, not-found, and those of each decision. */
export const decideMeasure = (
  command: MeasureCommand,
  state: MeasureState,
  acting: Acting,
): Decision<MeasureEvent> => {
  const notPermitted = needsRole(acting.actor, ...whoMay(command.type));
  if (notPermitted !== null) return notPermitted;
  if (command.type === 'DefineMeasure') {
    return state.status === 'not-defined'
      ? defineMeasure(command, acting)
      : refuse(
          'already-defined',
          'Another measure has this ref, or this code. Redefine that one, or choose another.',
          {
            ref: state.ref,
            code: state.code,
          },
        );
  }
  if (state.status === 'not-defined') return refuse('not-found', 'There is no such measure.');
  switch (command.type) {
    case 'RedefineMeasure':
      return redefineMeasure(command, state, acting);
    case 'SetTargets':
      return setTargets(command, state, acting);
    case 'ReportMeasure':
      return reportMeasure(command, state, acting);
    case 'RequestReview':
      return requestReview(command, state, acting);
    case 'HoldSurgery':
      return holdSurgery(command, state, acting);
  }
};

const whoMay = (command: MeasureCommand['type']): readonly Role[] => {
  if (command === 'HoldSurgery') return HOLDS_SURGERIES;
  return command === 'RequestReview' ? ASKS_FOR_REVIEWS : KEEPS_MEASURES;
};
