import type { IsoDate, Period } from '../vocabulary/dates.js';

/** `covers`: the span that the list is complete for. `source`: where the dates come from, for whoever checks them. */
export interface PublishBankHolidays {
  readonly type: 'PublishBankHolidays';
  readonly covers: Period;
  readonly holidays: readonly IsoDate[];
  readonly source: string;
}

export type WorkingCalendarCommand = PublishBankHolidays;
