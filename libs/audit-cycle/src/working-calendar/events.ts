import type { EventOf } from '../decider.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';

/** `covers`: the span for which the list of bank holidays is complete. A later event replaces an earlier one. */
export type WorkingCalendarEvent = EventOf<
  'BankHolidaysPublished',
  { nation: 'england'; covers: Period; holidays: readonly IsoDate[]; source: string }
>;
