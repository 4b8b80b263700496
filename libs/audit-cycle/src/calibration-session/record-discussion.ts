import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import type { RecordCalibrationDiscussion } from './commands.js';
import type { CalibrationSessionContext } from './context.js';
import type { CalibrationSessionEvent } from './events.js';
import { mayLead, notTheLeader } from './leader.js';
import type { CalibrationSession } from './state.js';

/** Refusals: not-the-leader, not-revealed, already-discussed, not-a-date, in-the-future. */
export function recordDiscussion(
  { on, agreedGrade, notes }: RecordCalibrationDiscussion,
  { opened, status }: CalibrationSession,
  { actor, now }: CalibrationSessionContext,
): Decision<CalibrationSessionEvent> {
  if (!mayLead(actor, opened)) return notTheLeader();
  if (status === 'grading') return refuse('not-revealed', 'Reveal the grades before they are talked about.');
  if (status === 'discussed') return refuse('already-discussed', 'The discussion is on record already.');
  if (!isIsoDate(on)) return refuse('not-a-date', 'Give the day of the discussion as a date.');
  if (on > londonDate(now)) return refuse('in-the-future', 'Record the discussion once it was held.');
  return accept({
    type: 'CalibrationDiscussed',
    facts: { on, agreedGrade },
    narrative: narrative({ notes }),
  });
}
