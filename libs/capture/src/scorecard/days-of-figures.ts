import { addDays, addMonths, type IsoDate, type MeasureBasis, type Period } from '#audit-cycle';

/**
 * The days that a figure of this basis is of, when it is told on a day. A financial year begins on 1 April. A table says nothing of when
 * a term began: on 1 September, 1 January or, after Easter, 16 April.
 */
export function daysOf(basis: MeasureBasis, on: IsoDate): Period {
  switch (basis) {
    case 'snapshot':
      return { from: on, to: on };
    case 'year-to-date':
      return { from: firstOfYear(on), to: on };
    case 'year-to-date-three-years':
      return { from: addMonths(firstOfYear(on), -24), to: on };
    case 'rolling-year':
      return { from: addDays(addMonths(on, -12), 1), to: on };
    case 'termly':
      return { from: firstOfTerm(on), to: on };
  }
}

/** The days of a month (YYYY-MM) up to the day that a table speaks of. */
export function daysOfMonth(month: string, on: IsoDate): Period {
  const from = `${month}-01`;
  const last = addDays(addMonths(from, 1), -1);
  return { from, to: last < on ? last : on };
}

/** 1 April of the financial year of a day. */
export const firstOfYear = (on: IsoDate): IsoDate =>
  `${Number(on.slice(0, 4)) - (on.slice(5) < '04-01' ? 1 : 0)}-04-01`;

function firstOfTerm(on: IsoDate): IsoDate {
  const begun = ['09-01', '04-16', '01-01'].find((day) => day <= on.slice(5));
  return `${on.slice(0, 4)}-${begun ?? '01-01'}`;
}
