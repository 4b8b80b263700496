import type { IsoDate, WorkingCalendarState } from '#audit-cycle';
import { versionsTable } from './versions-table.js';
import type { TableFold, ViewEventNamed } from './view.js';

/** The bank holidays of an authority, as far as they are known. */
export interface BankHolidays {
  readonly id: string;
  readonly coversFrom: IsoDate;
  readonly coversTo: IsoDate;
  readonly holidays: readonly IsoDate[];
}

const published = ({ stream, facts }: ViewEventNamed<'BankHolidaysPublished'>): BankHolidays => ({
  id: stream.id,
  coversFrom: facts.covers.from,
  coversTo: facts.covers.to,
  holidays: facts.holidays,
});

/** The working calendar of a view, in the view itself, so that it is known at its position. */
export const bankHolidays = (table: string): TableFold<BankHolidays> =>
  versionsTable(table, 'working-calendar', 'BankHolidaysPublished', published, {
    BankHolidaysPublished: (_before, event) => published(event),
  });

export const calendarOf = (row: BankHolidays | undefined): WorkingCalendarState =>
  row === undefined
    ? { covers: null, holidays: new Set() }
    : { covers: { from: row.coversFrom, to: row.coversTo }, holidays: new Set(row.holidays) };
