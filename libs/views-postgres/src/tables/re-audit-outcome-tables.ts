import { claimedActions, reAuditCycles, reAuditedAudits, reAuditOutcomeRows } from '#views';
import { instant, json, optional, text } from './columns.js';
import { figuredCycleColumns } from './cycle-columns.js';
import { placeColumns } from './external-reliability-tables.js';
import { versionsIn, type ViewTable } from './view-table.js';

/** The tables of the view `re-audit-outcomes`. */
export const reAuditOutcomeTables: readonly ViewTable[] = [
  versionsIn(reAuditOutcomeRows, {
    audit: text,
    cycle: text,
    child: text,
    rule: text,
    status: text,
    selectedAt: instant,
    reAuditedAt: optional(instant),
    originalGrade: text,
    grade: optional(text),
    actions: json,
    verdicts: json,
  }),
  versionsIn(claimedActions, { theme: optional(text), impact: optional(text), claims: json }),
  versionsIn(reAuditCycles, figuredCycleColumns),
  versionsIn(reAuditedAudits, placeColumns),
];
