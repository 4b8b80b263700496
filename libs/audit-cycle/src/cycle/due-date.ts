import { refuse, type Decision } from '../decider.js';
import type { Policy } from '../policy/policy.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { Acting } from '../vocabulary/acting.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { WorkingCalendarState } from '../working-calendar/state.js';
import { addWorkingDays } from '../working-calendar/working-days.js';
import type { CycleState } from './state.js';

interface Known extends Pick<Acting, 'now'> {
  readonly cycle: CycleState;
  readonly calendar: WorkingCalendarState;
}

/**
 * Decides with the day until which the steps may take, one after the other: working days from today in England, as many as the
 * cycle's copy of the policy says. Refusals: calendar-too-short. @throws Error where the cycle was not looked up
 */
export function withDueDate<Event>(
  { cycle, calendar, now }: Known,
  steps: readonly (keyof Policy['workingDays'])[],
  decide: (due: IsoDate) => Decision<Event>,
): Decision<Event> {
  if (cycle.status === 'not-planned') throw new Error('The cycle of the case was not looked up');
  const { workingDays } = cycle.policy;
  const days = steps.reduce((sum, step) => sum + workingDays[step], 0);
  const due = addWorkingDays(calendar, londonDate(now), days);
  return due === null
    ? refuse('calendar-too-short', 'Publish the bank holidays of the coming months first.', { days })
    : decide(due);
}
