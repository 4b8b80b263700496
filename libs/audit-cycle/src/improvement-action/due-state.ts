import { daysBetween } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';

export type DueState = 'in-time' | 'due-soon' | 'overdue';

/** Calendar days before the due date from which an action is shown as due soon; our default, for showing only. */
const DUE_SOON_DAYS = 7;

/** Where an open action stands on a day. The due date itself is still in time. */
export const dueState = (due: IsoDate, today: IsoDate): DueState => {
  const left = daysBetween(today, due);
  if (left < 0) return 'overdue';
  return left <= DUE_SOON_DAYS ? 'due-soon' : 'in-time';
};
