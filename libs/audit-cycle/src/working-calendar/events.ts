import type { EventOf } from '../decider.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';

/** The days on which nobody works, from which due dates are counted. */
export type WorkingCalendarEvent =
  /** The bank holidays became known for a span of time. A later event replaces an earlier one whole. */
  EventOf<
    'BankHolidaysPublished',
    {
      /** Whose bank holidays these are. */
      nation: 'england';
      /** The span for which the list is complete. */
      covers: Period;
      /** Each bank holiday in the span, earliest first. */
      holidays: readonly IsoDate[];
      /** Where the list was taken from. */
      source: string;
    }
  >;
