import type { EntitySchema } from 'typeorm';
import {
  completionCalendars,
  completionCycles,
  completionPlaces,
  completionPolicies,
  gradedAudits,
  gradedCycles,
  gradedTools,
  outsideGrades,
  themedActions,
  trackedActions,
} from '#views';
import { auditorTimelinessTables } from './auditor-timeliness-tables.js';
import { checkpointEntity, stopEntity, streamEntity } from './bookkeeping.js';
import { caseRecordTables } from './case-record-tables.js';
import { date, double, instant, json, optional, text, yesOrNo } from './columns.js';
import { figuredCycleColumns } from './cycle-columns.js';
import { cycleProgressTables } from './cycle-progress-tables.js';
import { escalationTables } from './escalation-tables.js';
import { externalReliabilityTables, placeColumns } from './external-reliability-tables.js';
import { reAuditOutcomeTables } from './re-audit-outcome-tables.js';
import { scorecardTables } from './scorecard-tables.js';
import { sourceColumns } from './source-columns.js';
import { versionsIn, type ViewTable } from './view-table.js';
import { holidayColumns, policyColumns, workListTables } from './work-list-tables.js';

const tables: readonly ViewTable[] = [
  versionsIn(gradedCycles, figuredCycleColumns),
  versionsIn(gradedTools, { versions: json }),
  versionsIn(themedActions, {
    audit: optional(text),
    cycle: optional(text),
    theme: optional(text),
    lineOfEnquiry: optional(text),
  }),
  versionsIn(outsideGrades, { grades: json }),
  versionsIn(completionCycles, figuredCycleColumns),
  versionsIn(gradedAudits, {
    cycle: text,
    child: text,
    family: optional(text),
    cohort: text,
    team: optional(text),
    stratum: text,
    probability: double,
    auditor: optional(text),
    submittedGrade: optional(text),
    submittedAt: optional(instant),
    rules: json,
    firstModeration: optional(json),
    moderationMissed: yesOrNo,
    returned: yesOrNo,
    moderatedGrade: optional(text),
    settledGrade: optional(text),
    finalGrade: optional(text),
    sections: json,
    submittedSections: optional(json),
    moderatedSections: json,
    strengths: json,
    development: json,
    withdrawn: optional(text),
    withdrawnAfterGrading: yesOrNo,
  }),
  versionsIn(trackedActions, {
    ...sourceColumns,
    owner: text,
    team: optional(text),
    priority: text,
    kind: text,
    theme: optional(text),
    lineOfEnquiry: optional(text),
    due: date,
    firstDue: date,
    setAt: instant,
    status: text,
    repeats: optional(text),
    reportedDoneAt: optional(instant),
    doneOn: optional(date),
    verifiedAt: optional(instant),
    verdict: optional(text),
    verifiedBy: optional(text),
    verificationMethod: optional(text),
    impact: optional(text),
    cancelledAt: optional(instant),
  }),
  versionsIn(completionPlaces, placeColumns),
  versionsIn(completionCalendars, holidayColumns),
  versionsIn(completionPolicies, policyColumns),
  ...cycleProgressTables,
  ...caseRecordTables,
  ...escalationTables,
  ...workListTables,
  ...reAuditOutcomeTables,
  ...externalReliabilityTables,
  ...auditorTimelinessTables,
  ...scorecardTables,
];

const byName = new Map(tables.map((table) => [table.name, table]));

/** @throws Error for a table that has no columns here. */
export function viewTable(name: string): ViewTable {
  const table = byName.get(name);
  if (table === undefined) throw new Error(`The table ${name} is not one of views-postgres`);
  return table;
}

/** For the data sources of the store and of the reader. */
export const viewEntities: readonly EntitySchema[] = [
  checkpointEntity,
  stopEntity,
  streamEntity,
  ...tables.map(({ entity }) => entity),
];
