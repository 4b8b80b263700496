import type { PersonState } from '../person/state.js';
import type { IsoDate } from '../vocabulary/dates.js';

/** Audits that somebody takes in one cycle, as set from the last first day until `on`; `otherwise` where nothing is set. */
export const capacityOn = (
  { capacities }: Pick<PersonState, 'capacities'>,
  on: IsoDate,
  otherwise: number,
): number =>
  capacities
    .filter(({ from }) => from <= on)
    .reduce((last, one) => (one.from >= last.from ? one : last), { from: '', audits: otherwise }).audits;

export type Unavailable = 'absent' | 'agency-ended';

/**
 * Why somebody cannot be expected to do an audit on the given working days, in order, the last of which it is due on: an agency
 * lends them no longer than to a day before that, or there is an absence on each of the days. Null when they can.
 */
export const unavailable = (
  { absences, agencyEndsOn }: Pick<PersonState, 'absences' | 'agencyEndsOn'>,
  days: readonly IsoDate[],
): Unavailable | null => {
  const due = days.at(-1);
  if (due === undefined) return null;
  if (agencyEndsOn !== null && agencyEndsOn < due) return 'agency-ended';
  const away = (day: IsoDate): boolean =>
    absences.some(({ from, to }) => from <= day && (to === null || day <= to));
  return days.every(away) ? 'absent' : null;
};
