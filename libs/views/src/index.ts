export * from './case-filters.js';
export * from './view.js';
export * from './view-event.js';
export * from './view-reader.js';
export * from './views.js';
export * from './cursor.js';
export { CYCLE_STATUSES, type AboutCycle, type CycleStatus, type CycleSummary } from './cycle-summary.js';
export * from './grading-distribution/graded-tool.js';
export * from './grading-distribution/rows.js';
export * from './grading-distribution/distribution.js';
export * from './grading-distribution/figure.js';
export * from './grading-distribution/query.js';
export * from './grading-distribution/grades-asked-for.js';
export * from './grading-distribution/graded-cases.js';
export * from './grading-distribution/asked-sections.js';
export * from './grading-distribution/outcome-at.js';
export * from './grading-distribution/cases-asked.js';
export * from './grading-distribution/grades-figure.js';
export * from './grading-distribution/grades-groups.js';
export * from './grading-distribution/grades-of-cycles.js';
export * from './grading-distribution/outcome-asked-for.js';
export * from './grading-distribution/case-elsewhere.js';
export * from './grading-distribution/external-grades.js';
export * from './grading-distribution/re-audit-grades.js';
export * from './grading-distribution/grades-elsewhere.js';
export * from './grading-distribution/list-behind.js';
export * from './grading-distribution/families-of.js';
export * from './grading-distribution/weights-of.js';
export * from './grading-distribution/grade-intervals.js';
export * from './grading-distribution/moderated-audits.js';
export * from './grading-distribution/unmoderated-cycles.js';
export * from './grading-distribution/adjustment-made.js';
export * from './grading-distribution/adjusted-grades.js';
export * from './grading-distribution/how-far-trusted.js';
export * from './action-completion/rows.js';
export * from './action-completion/figure.js';
export * from './action-completion/query.js';
export * from './action-completion/actions-asked-for.js';
export * from './action-completion/ageing.js';
export * from './action-completion/impact.js';
export * from './action-completion/time-to.js';
export * from './action-completion/completion-in-parts.js';
export * from './action-completion/completion-of-cycles.js';
export * from './action-completion/completion-of-surgeries.js';
export * from './action-completion/counted-actions.js';
export * from './waiting-time.js';
export * from './action-source.js';
export * from './adopted-policy.js';
export * from './cycle-progress/cycle-row.js';
export * from './cycle-progress/audit-row.js';
export * from './cycle-progress/figure.js';
export * from './cycle-progress/query.js';
export {
  caseRecordEntries,
  isOnRecord,
  type CaseRecordEntry,
  type CaseRecordItem,
} from './case-record/entry.js';
export * from './case-record/round-row.js';
export * from './case-record/rows.js';
export * from './case-record/grades.js';
export * from './case-record/query.js';
export { isSeenBy, type EscalationViewer } from './escalations/who-sees.js';
export * from './escalations/escalation-row.js';
export * from './escalations/escalated-case.js';
export * from './escalations/escalation-entry.js';
export * from './escalations/escalations-seen.js';
export * from './escalations/figure.js';
export * from './escalations/query.js';
export * from './work-list/work-item.js';
export * from './work-list/exceptions.js';
export * from './work-list/figure.js';
export * from './work-list/moderation-queue.js';
export * from './work-list/query.js';
export * from './work-list/rows/work-audit.js';
export * from './work-list/rows/work-action.js';
export * from './work-list/rows/work-escalation.js';
export * from './work-list/rows/work-re-audit.js';
export * from './work-list/rows/work-session.js';
export * from './work-list/rows/work-cycle.js';
export * from './work-list/rows/work-auditor.js';
export * from './work-list/rows/work-round.js';
export * from './work-list/rows/work-measure.js';
export {
  workCalendars,
  workPolicies,
  workListView,
  workPersons,
  type WorkMoment,
} from './work-list/read-work.js';
export type { AuditPlace } from './audit-place.js';
export type { ToldEvent } from './told-event.js';
export type { BankHolidays } from './bank-holidays.js';
export type { PersonTies } from './person-ties.js';
export type { Share } from './share.js';
export type { GradeMatrixRow } from './grade-matrix.js';
export * from './re-audit-outcomes/re-audit-row.js';
export * from './re-audit-outcomes/claimed-action.js';
export * from './re-audit-outcomes/rows.js';
export * from './re-audit-outcomes/tested-re-audit.js';
export * from './re-audit-outcomes/findings.js';
export * from './re-audit-outcomes/figure.js';
export * from './re-audit-outcomes/query.js';
export * from './external-reliability/round-row.js';
export * from './external-reliability/rows.js';
export * from './external-reliability/figure.js';
export * from './external-reliability/cases-of-round.js';
export * from './external-reliability/query.js';
export * from './auditor-timeliness/timed-audit.js';
export * from './auditor-timeliness/timed-cycle.js';
export * from './auditor-timeliness/standing.js';
export * from './auditor-timeliness/figure.js';
export * from './auditor-timeliness/query.js';
export * from './auditor-timeliness/timeliness-query.js';
export { timelinessCalendars } from './auditor-timeliness/allocations-of.js';
export * from './clocks/clocked-audit.js';
export * from './clocks/clocked-case.js';
export * from './clocks/clock-figure.js';
export * from './clocks/query.js';
export * from './themes/themed-action.js';
export {
  THEME_GROUPINGS,
  type ThemeGrouping,
  type ThemesFigure,
  type ThemesOfCases,
} from './themes/figure.js';
export { THEME_SIDES, type ThemeSide } from './themes/theme-sources.js';
export * from './themes/query.js';
export * from './moderation-agreement/random-pairs.js';
export * from './moderation-agreement/coefficient.js';
export * from './moderation-agreement/agreement-of-pairs.js';
export * from './moderation-agreement/figure.js';
export * from './moderation-agreement/query.js';
export * from './grading-distribution/outside-grades.js';
export * from './auditor-consistency/judged-grade.js';
export * from './auditor-consistency/drift.js';
export * from './auditor-consistency/figure.js';
export * from './auditor-consistency/query.js';
export * from './published-figures/published-table.js';
export type { PublishedAction } from './published-figures/tables-of-actions.js';
export type { PublishedAdjusted } from './published-figures/publish-adjusted.js';
export type { PublishedEstimates } from './published-figures/published-estimates.js';
export * from './published-figures/figure.js';
export * from './published-figures/query.js';
export { measureEntries, scorecardView } from './scorecard/measure-entries.js';
export * from './scorecard/comparison.js';
export type { FigureShown } from './scorecard/figure-shown.js';
export type { MeasureChart } from './scorecard/chart.js';
export type { LinePoint, MeasureLine } from './scorecard/measure-line.js';
export * from './scorecard/scorecard.js';
export * from './scorecard/query.js';
export * from './grade-trend/trend-chart.js';
export * from './grade-trend/figure.js';
export * from './grade-trend/query.js';
export type { ByCharacteristic } from './equality/grades-by-characteristic.js';
export type { ActionsRow } from './equality/actions-by-characteristic.js';
export * from './equality/figure.js';
export * from './equality/query.js';
