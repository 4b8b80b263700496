import type { Figure, MeasureDefinition, Period } from '#audit-cycle';
import { comparisonOf, type Comparison, type Stated } from './comparison.js';
import { countsFromApril, financialYearOf, isSameMonthOfYear } from './year-to-date.js';

/** How far a figure is from the one before it on its line. */
export interface Travel extends Comparison {
  /** The period of the one before: it need not be the month before. */
  readonly since: Period;
  /** Months (YYYY-MM) between the two in which the rhythm of the line has a figure, and there is none. */
  readonly missing: readonly string[];
}

/**
 * `new-year`: both count from an April, and not from the same one: March is a year and April a month. `grows-within-its-year`: a count
 * from April on only ever grows, whatever happens.
 */
export type NoTravel = 'first-figure' | 'new-year' | 'grows-within-its-year';

export interface TravelShown {
  readonly sincePrevious: Travel | null;
  /** Why there is none. */
  readonly sincePreviousReason: NoTravel | null;
}

/**
 * @param previous the figure before it on its line; none for the first
 * @param missing months that the line leaves out between the two
 */
export function travelOf(
  figure: Figure,
  previous: Figure | undefined,
  missing: readonly string[],
  definition: MeasureDefinition,
  stated: (figure: Figure) => Stated,
): TravelShown {
  if (previous === undefined) return { sincePrevious: null, sincePreviousReason: 'first-figure' };
  const reason = whyNot(figure, previous, definition);
  if (reason !== null) return { sincePrevious: null, sincePreviousReason: reason };
  const comparison = comparisonOf(stated(figure), stated(previous), definition.polarity);
  return {
    sincePrevious: { ...comparison, since: previous.period, missing },
    sincePreviousReason: null,
  };
}

function whyNot(figure: Figure, previous: Figure, definition: MeasureDefinition): NoTravel | null {
  const [day, before] = [figure.period.to, previous.period.to];
  if (!countsFromApril(definition, figure) || isSameMonthOfYear(day, before)) return null;
  if (financialYearOf(day) !== financialYearOf(before)) return 'new-year';
  return definition.unit === 'number' ? 'grows-within-its-year' : null;
}
