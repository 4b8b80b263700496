export { HEADINGS, type Heading } from './headings/known-headings.js';
export { financialYearAt } from './headings/time-heading.js';
export { scorecardLimits } from './limits.js';
export { readScorecard, type ScorecardOptions, type ScorecardReading } from './read-scorecard.js';
export type { Refusal as ScorecardRefusal } from './refusal.js';
export type { Scorecard, ScorecardRow } from './scorecard.js';
export type {
  ExclusionCode,
  HeadingReport,
  ReportLine,
  ScorecardReport,
  TableReport,
  WarningCode,
} from './scorecard-report.js';
