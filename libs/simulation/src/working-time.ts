import { addDays, BANK_HOLIDAYS_ENGLAND, isWeekend, type Instant, type IsoDate } from '#audit-cycle';

/** Every working day of England that the product's own list of bank holidays covers, first to last. */
const WORKING_DAYS: readonly IsoDate[] = workingDays();

/**
 * The working day that is so many working days after a date; 0 is the day itself where it is one, else the next. Negative counts back.
 * @throws RangeError outside the years that the list of bank holidays covers
 */
export function workingDay(from: IsoDate, days: number): IsoDate {
  const first = firstOnOrAfter(from);
  const counted = days > 0 && WORKING_DAYS[first] !== from ? first - 1 : first;
  const day = WORKING_DAYS[counted + days];
  if (day === undefined) throw new RangeError(`No bank holidays are known ${days} working days from ${from}`);
  return day;
}

/** A moment of a day at so many minutes after 08:00 UTC, which is office time in winter and in summer. */
export const momentOf = (day: IsoDate, minutes: number): Instant =>
  new Date(Date.parse(`${day}T08:00:00.000Z`) + Math.round(minutes * 60) * 1000).toISOString();

function firstOnOrAfter(date: IsoDate): number {
  let [low, high] = [0, WORKING_DAYS.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (WORKING_DAYS[middle]! < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

function workingDays(): readonly IsoDate[] {
  const { covers, holidays } = BANK_HOLIDAYS_ENGLAND;
  const closed = new Set(holidays);
  const days: IsoDate[] = [];
  for (let day = covers.from; day <= covers.to; day = addDays(day, 1)) {
    if (!isWeekend(day) && !closed.has(day)) days.push(day);
  }
  return days;
}
