import { accept, refuse, type Decision } from '../decider.js';
import { isWritten } from '../vocabulary/narrative.js';
import type { NoteProgress } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { notAFollower } from './owner.js';
import type { ImprovementAction } from './state.js';
import { wrongDay } from '../vocabulary/wrong-day.js';

/** Refusals: not-permitted, note-missing, not-a-date, in-the-future. */
export const noteProgress = (
  { on, note }: NoteProgress,
  { owner }: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const notPermitted = notAFollower(owner, context);
  if (notPermitted !== null) return notPermitted;
  if (!isWritten(note)) return refuse('note-missing', 'Write down how far it has come.');
  const by = context.actor.person;
  return wrongDay(on, context) ?? accept({ type: 'ProgressNoted', facts: { by, on }, narrative: { note } });
};
