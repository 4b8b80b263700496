import type { Figure, IsoDate, MeasureDefinition } from '#audit-cycle';

/** Whether figures of a line count from the first of April on, so that they begin again with every financial year. */
export const countsFromApril = (
  { basis }: Pick<MeasureDefinition, 'basis'>,
  { series }: Pick<Figure, 'series'>,
): boolean => basis.startsWith('year-to-date') && series === 'current';

/** The year in which the financial year of a day began. */
export const financialYearOf = (day: IsoDate): number =>
  Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);

/** Whether two days are in the same month of whatever years: what counts from April then counts as many months of each. */
export const isSameMonthOfYear = (one: IsoDate, other: IsoDate): boolean =>
  one.slice(5, 7) === other.slice(5, 7);
