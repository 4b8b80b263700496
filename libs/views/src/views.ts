import { actionCompletionView } from './action-completion/rows.js';
import { auditorTimelinessView } from './auditor-timeliness/query.js';
import { caseRecordView } from './case-record/rows.js';
import { cycleProgressView } from './cycle-progress/query.js';
import { escalationsView } from './escalations/escalations-seen.js';
import { externalReliabilityView } from './external-reliability/rows.js';
import { gradingDistributionView } from './grading-distribution/rows.js';
import { reAuditOutcomesView } from './re-audit-outcomes/rows.js';
import { scorecardView } from './scorecard/measure-entries.js';
import type { View } from './view.js';
import { workListView } from './work-list/read-work.js';

/** Every view there is. */
export const VIEWS: readonly View[] = [
  gradingDistributionView,
  actionCompletionView,
  cycleProgressView,
  caseRecordView,
  escalationsView,
  workListView,
  reAuditOutcomesView,
  externalReliabilityView,
  auditorTimelinessView,
  scorecardView,
];
