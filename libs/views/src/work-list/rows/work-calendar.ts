import type { IsoDate, WorkingCalendarState } from '#audit-cycle';
import { versionsTable } from '../../versions-table.js';
import type { TableFold, ViewEventNamed } from '../../view.js';

/** The days on which nobody works, as far as they are known. */
export interface WorkCalendar {
  readonly id: string;
  readonly coversFrom: IsoDate;
  readonly coversTo: IsoDate;
  readonly holidays: readonly IsoDate[];
}

const published = ({ stream, facts }: ViewEventNamed<'BankHolidaysPublished'>): WorkCalendar => ({
  id: stream.id,
  coversFrom: facts.covers.from,
  coversTo: facts.covers.to,
  holidays: facts.holidays,
});

export const workCalendars: TableFold<WorkCalendar> = versionsTable(
  'work_calendar',
  'working-calendar',
  'BankHolidaysPublished',
  published,
  { BankHolidaysPublished: (_before, event) => published(event) },
);

export const calendarOf = (row: WorkCalendar | undefined): WorkingCalendarState =>
  row === undefined
    ? { covers: null, holidays: new Set() }
    : { covers: { from: row.coversFrom, to: row.coversTo }, holidays: new Set(row.holidays) };
