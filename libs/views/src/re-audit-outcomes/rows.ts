import { auditPlaces } from '../audit-place.js';
import { cycleSummaries } from '../cycle-summary.js';
import type { View } from '../view.js';
import { claimedActions } from './claimed-action.js';
import { reAuditOutcomeRows } from './re-audit-row.js';

export const reAuditCycles = cycleSummaries('re_audit_cycle');
/** The audits that may be done again. */
export const reAuditedAudits = auditPlaces('re_audit_place');

export const reAuditOutcomesView: View = {
  name: 're-audit-outcomes',
  version: 1,
  tables: [reAuditOutcomeRows, claimedActions, reAuditCycles, reAuditedAudits],
};
