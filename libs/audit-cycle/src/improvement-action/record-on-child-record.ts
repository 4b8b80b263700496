import { accept, refuse, type Decision } from '../decider.js';
import type { RecordOnChildRecord } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { notAFollower } from './owner.js';
import type { ImprovementAction } from './state.js';
import { wrongDay } from '../vocabulary/wrong-day.js';

/** Refusals: not-permitted, about-no-child, already-on-child-record, not-a-date, in-the-future. */
export const recordOnChildRecord = (
  { on }: RecordOnChildRecord,
  { owner, onChildRecord, source }: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const notPermitted = notAFollower(owner, context);
  if (notPermitted !== null) return notPermitted;
  if (source.kind === 'measure') {
    return refuse(
      'about-no-child',
      'A surgery set this action. It is about no one child, and on no record of one.',
    );
  }
  if (onChildRecord) {
    return refuse('already-on-child-record', "It is noted already that this stands on the child's record.");
  }
  const by = context.actor.person;
  return (
    wrongDay(on, context) ??
    accept({ type: 'ActionRecordedOnChildRecord', facts: { by, on }, narrative: null })
  );
};
