import { refuse, type Decision } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import { addWorkingDays } from '../working-calendar/working-days.js';
import type { ReAuditContext } from './context.js';
import type { ReAuditEvent } from './events.js';

/**
 * A re-audit may take as many working days as an audit of its cycle, from today in England. Refusal: calendar-too-short.
 * @throws Error where the cycle of the audit was not looked up
 */
export function withDueDate(
  { cycle, calendar, now }: ReAuditContext,
  decide: (due: IsoDate) => Decision<ReAuditEvent>,
): Decision<ReAuditEvent> {
  if (cycle.status === 'not-planned') throw new Error('The cycle of the audit was not looked up');
  const days = cycle.policy.workingDays.audit;
  const due = addWorkingDays(calendar, londonDate(now), days);
  return due === null
    ? refuse('calendar-too-short', 'Publish the bank holidays of the coming months first.', { days })
    : decide(due);
}
