import { timedAudits, timedCycles, timelinessCalendars } from '#views';
import { date, instant, json, optional, text } from './columns.js';
import { versionsIn, type ViewTable } from './view-table.js';
import { holidayColumns } from './work-list-tables.js';

/** The tables of the view `auditor-timeliness`. */
export const auditorTimelinessTables: readonly ViewTable[] = [
  versionsIn(timedAudits, {
    cycle: text,
    child: text,
    cohort: text,
    team: optional(text),
    allocations: json,
  }),
  versionsIn(timedCycles, { periodTo: date, closedAt: optional(instant), withoutGrade: json }),
  versionsIn(timelinessCalendars, holidayColumns),
];
