import { accept, refuse, type Decision } from '../decider.js';
import type { RecordOnChildRecord } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { notAFollower } from './owner.js';
import type { ImprovementAction } from './state.js';
import { wrongDay } from '../vocabulary/wrong-day.js';

/** Refusals: not-permitted, already-on-child-record, not-a-date, in-the-future. */
export const recordOnChildRecord = (
  { on }: RecordOnChildRecord,
  { owner, onChildRecord }: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const notPermitted = notAFollower(owner, context);
  if (notPermitted !== null) return notPermitted;
  if (onChildRecord) {
    return refuse('already-on-child-record', "It is noted already that this stands on the child's record.");
  }
  const by = context.actor.person;
  return (
    wrongDay(on, context) ??
    accept({ type: 'ActionRecordedOnChildRecord', facts: { by, on }, narrative: null })
  );
};
