import {
  clockCycles,
  clockedAudits,
  clockedEscalations,
  timedAudits,
  timedCycles,
  timelinessCalendars,
} from '#views';
import { date, instant, json, optional, text } from './columns.js';
import { figuredCycleColumns } from './cycle-columns.js';
import { escalationColumns } from './escalation-tables.js';
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
  versionsIn(clockedAudits, {
    cycle: text,
    child: text,
    cohort: text,
    team: optional(text),
    gradedAt: optional(instant),
    moderationAskedAt: optional(instant),
    moderatedAt: optional(instant),
    missedAt: optional(instant),
    returnedAt: optional(instant),
    withdrawnAt: optional(instant),
    finalisedOn: optional(date),
    feedbackDue: optional(date),
    feedbackOn: optional(date),
    commentsUntil: optional(date),
    commentedAt: optional(instant),
  }),
  versionsIn(clockedEscalations, escalationColumns),
  versionsIn(clockCycles, figuredCycleColumns),
];
