import { addDays, addMonths, type IsoDate } from '#audit-cycle';
import { closesOn } from '../cycle-plan.js';

/** The first day of the two months whose cycle is running on a day: the one before runs on until it is closed. */
export function runningPeriodFrom(today: IsoDate): IsoDate {
  const month = Number(today.slice(5, 7));
  const from = `${today.slice(0, 4)}-${String(month - ((month - 1) % 2)).padStart(2, '0')}-01`;
  return today > closesOn(addDays(from, -1)) ? from : addMonths(from, -2);
}
