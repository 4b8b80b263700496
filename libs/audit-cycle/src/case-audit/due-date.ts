import { refuse, type Decision } from '../decider.js';
import type { Policy } from '../policy/policy.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import { addWorkingDays } from '../working-calendar/working-days.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';

/**
 * Decides with the day until which the steps may take, one after the other: working days from today in England, as many as the
 * cycle's copy of the policy says. Refusals: calendar-too-short.
 */
export function withDueDate(
  { cycle, calendar, now }: InOpenCycle,
  steps: readonly (keyof Policy['workingDays'])[],
  decide: (due: IsoDate) => Decision<CaseAuditEvent>,
): Decision<CaseAuditEvent> {
  const days = steps.reduce((sum, step) => sum + cycle.policy.workingDays[step], 0);
  const due = addWorkingDays(calendar, londonDate(now), days);
  return due === null
    ? refuse('calendar-too-short', 'Publish the bank holidays of the coming months first.', { days })
    : decide(due);
}
