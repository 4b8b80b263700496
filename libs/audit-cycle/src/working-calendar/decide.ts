import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isIsoDate, isWeekend } from '../vocabulary/calendar.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsSetUpRole } from '../vocabulary/needs-set-up-role.js';
import type { PublishBankHolidays, WorkingCalendarCommand } from './commands.js';
import type { WorkingCalendarEvent } from './events.js';
import type { WorkingCalendarState } from './state.js';

/** Refusals: not-permitted, not-a-date, ends-before-start, outside-span, not-in-order, on-a-weekend, source-missing. */
export const decideWorkingCalendar = (
  command: WorkingCalendarCommand,
  _state: WorkingCalendarState,
  { actor }: Acting,
): Decision<WorkingCalendarEvent> => {
  const notPermitted = needsSetUpRole(actor, 'administrator');
  if (notPermitted !== null) return notPermitted;
  const { covers, holidays, source } = command;
  return (
    faultOf(command) ??
    accept({
      type: 'BankHolidaysPublished',
      facts: { nation: 'england', covers, holidays, source },
      narrative: null,
    })
  );
};

const faultOf = ({ covers, holidays, source }: PublishBankHolidays): Decision<never> | null => {
  const unreadable = [covers.from, covers.to, ...holidays].find((date) => !isIsoDate(date));
  if (unreadable !== undefined) {
    return refuse('not-a-date', 'Write every date as YYYY-MM-DD, as it stands in the calendar.', {
      date: unreadable,
    });
  }
  if (covers.to < covers.from) return refuse('ends-before-start', 'The span ends before it begins.');
  const outside = holidays.find((date) => date < covers.from || date > covers.to);
  if (outside !== undefined) {
    return refuse('outside-span', 'Every bank holiday must lie within the span.', { date: outside });
  }
  const early = holidays.find((date, index) => index > 0 && date <= (holidays[index - 1] as string));
  if (early !== undefined) {
    return refuse('not-in-order', 'List every bank holiday once, earliest first.', { date: early });
  }
  const weekend = holidays.find(isWeekend);
  if (weekend !== undefined) {
    return refuse('on-a-weekend', 'List the substitute day of a bank holiday that falls on a weekend.', {
      date: weekend,
    });
  }
  return isWritten(source) ? null : refuse('source-missing', 'Say where the dates come from.');
};
