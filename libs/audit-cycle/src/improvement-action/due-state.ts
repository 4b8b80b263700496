import type { IsoDate } from '../vocabulary/dates.js';
import type { WorkingCalendarState } from '../working-calendar/state.js';
import { addWorkingDays } from '../working-calendar/working-days.js';

export type DueState = 'in-time' | 'due-soon' | 'overdue';

/** What is left to be done is overdue from the day after it was due; a fact of the day, that nobody records. */
export const isOverdue = (due: IsoDate, today: IsoDate): boolean => due < today;

/**
 * Where an open action stands on a day. It is due soon when the due date, which is still in time, is at most
 * `dueSoonWorkingDays` working days away; where the calendar ends before that, it is due soon as well.
 */
export const dueState = (
  due: IsoDate,
  today: IsoDate,
  calendar: WorkingCalendarState,
  dueSoonWorkingDays: number,
): DueState => {
  if (isOverdue(due, today)) return 'overdue';
  // A policy may say 0: then only what is due this very day is due soon.
  const soon = dueSoonWorkingDays === 0 ? today : addWorkingDays(calendar, today, dueSoonWorkingDays);
  return soon === null || due <= soon ? 'due-soon' : 'in-time';
};
