import { progressAudits, progressCycles } from '#views';
import { date, instant, integer, json, optional, text, yesOrNo } from './columns.js';
import { cycleColumns } from './cycle-columns.js';
import { versionsIn, type ViewTable } from './view-table.js';

/** The tables of the view `cycle-progress`. */
export const cycleProgressTables: readonly ViewTable[] = [
  versionsIn(progressCycles, {
    ...cycleColumns,
    reviewedFrom: date,
    reviewedTo: date,
    cohorts: json,
    linesOfEnquiry: json,
    tool: text,
    toolVersion: integer,
    policyVersion: integer,
    targetSize: integer,
    plannedAt: instant,
    asAt: optional(date),
    frame: optional(text),
    importReport: optional(text),
    children: optional(integer),
    childrenByCohort: optional(json),
    sample: optional(json),
    draws: integer,
    replacementsDrawn: integer,
    openedAt: optional(instant),
    closedAt: optional(instant),
    withoutGrade: optional(json),
  }),
  versionsIn(progressAudits, {
    cycle: text,
    child: text,
    cohort: text,
    team: optional(text),
    stratum: text,
    status: text,
    step: text,
    auditor: optional(text),
    auditDue: optional(date),
    moderationRequired: yesOrNo,
    moderator: optional(text),
    moderationDue: optional(date),
    sectionsAnswered: json,
    legalHold: yesOrNo,
  }),
];
