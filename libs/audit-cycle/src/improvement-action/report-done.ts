import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten } from '../vocabulary/narrative.js';
import { wrongDay } from '../vocabulary/wrong-day.js';
import type { ReportDone } from './commands.js';
import type { ImprovementActionEvent } from './events.js';
import type { ImprovementAction } from './state.js';

/** A claim, which somebody else verifies. Refusals: not-the-owner, not-a-date, in-the-future, evidence-missing. */
export const reportDone = (
  { doneOn, evidence }: ReportDone,
  { owner }: ImprovementAction,
  acting: Acting,
): Decision<ImprovementActionEvent> => {
  if (acting.actor.person !== owner)
    return refuse('not-the-owner', 'Only the owner can report an action as done.');
  const otherDay = wrongDay(doneOn, acting);
  if (otherDay !== null) return otherDay;
  if (!isWritten(evidence)) return refuse('evidence-missing', 'Write down how it can be seen to be done.');
  return accept({
    type: 'ActionReportedDone',
    facts: { by: owner, doneOn, reportedOn: londonDate(acting.now) },
    narrative: { evidence },
  });
};
