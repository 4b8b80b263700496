import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { Acting } from '../vocabulary/acting.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten } from '../vocabulary/narrative.js';
import type { ReportDone } from './commands.js';
import type { ImprovementActionEvent } from './events.js';
import type { ImprovementAction } from './state.js';

/** A claim, which somebody else verifies. Refusals: not-the-owner, not-a-date, in-the-future, evidence-missing. */
export const reportDone = (
  { doneOn, evidence }: ReportDone,
  { owner }: ImprovementAction,
  { actor, now }: Acting,
): Decision<ImprovementActionEvent> => {
  if (actor.person !== owner) return refuse('not-the-owner', 'Only the owner can report an action as done.');
  if (!isIsoDate(doneOn)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { date: doneOn });
  const reportedOn = londonDate(now);
  if (doneOn > reportedOn) return refuse('in-the-future', 'Report it once it has been done.');
  if (!isWritten(evidence)) return refuse('evidence-missing', 'Write down how it can be seen to be done.');
  return accept({
    type: 'ActionReportedDone',
    facts: { by: owner, doneOn, reportedOn },
    narrative: { evidence },
  });
};
