export { readAnnexA, type AnnexAOptions, type AnnexAReading } from './read-annex-a.js';
export { cohorts, type Cohort } from './cohort.js';
export type { Population, PopulationEntry, WorkerAsWritten } from './population.js';
export type {
  ExclusionCode,
  IgnoredPart,
  ImportReport,
  ListReport,
  OtherSheet,
  ReportLine,
  WarningCode,
} from './import-report.js';
export type { Refusal, RefusalCode } from './refusal.js';
export { limits, type Limits } from '#spreadsheet';
export { generateAnnexA, type SyntheticRequest } from './synthetic/generate-annex-a.js';
export type { SyntheticTeam } from './synthetic/synthetic-child.js';
export {
  quirks,
  type Quirk,
  type SyntheticCell,
  type SyntheticSheet,
  type SyntheticWorkbook,
} from './synthetic/synthetic-workbook.js';
export { writeWorkbook } from './synthetic/write-workbook.js';
export { writeMergedCsv, writeZippedCsv } from './synthetic/write-csv.js';
