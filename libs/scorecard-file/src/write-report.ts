import type { OpenedFile } from '#spreadsheet';
import { lettersOf, nameOf } from './headings/column.js';
import type { FoundHeadings } from './headings/find-headings.js';
import type { ScorecardReportLines } from './rows/report-lines.js';
import type { TableReader } from './rows/read-table.js';
import type { ScorecardRow } from './scorecard.js';
import type { ScorecardReport, TableReport } from './scorecard-report.js';

export interface ReadTable {
  readonly sheet: string;
  readonly found: FoundHeadings;
  readonly reader: TableReader;
}

interface Read {
  readonly tables: readonly ReadTable[];
  readonly otherSheets: readonly string[];
  readonly lines: ScorecardReportLines;
  /** Rows of all tables. */
  readonly used: readonly ScorecardRow[];
}

/** @throws Error where the sums do not come out, which no file can bring about */
export function writeReport(
  { fileName, on }: { readonly fileName: string; readonly on: string },
  opened: OpenedFile,
  read: Read,
): ScorecardReport {
  const tables = read.tables.map((table) => tableReport(table, read));
  const sum = (of: (table: TableReport) => number): number =>
    tables.reduce((all, table) => all + of(table), 0);
  const totals = {
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsUsed: sum(({ rowsUsed }) => rowsUsed),
    rowsExcluded: sum(({ rowsExcluded }) => rowsExcluded),
    warnings: read.lines.warnings.length,
  };
  if (totals.rowsRead !== totals.rowsUsed + totals.rowsExcluded) {
    throw new Error(`Rows of ${fileName} are not accounted for: ${JSON.stringify(totals)}`);
  }
  return {
    fileName,
    on,
    format: opened.kind === 'workbook' ? 'workbook' : 'text',
    tables,
    otherSheets: read.otherSheets,
    ignoredParts: opened.kind === 'workbook' ? opened.ignoredParts : [],
    excluded: read.lines.excluded,
    warnings: read.lines.warnings,
    totals,
    reconciliation: `${totals.rowsRead} rows read = ${totals.rowsUsed} used + ${totals.rowsExcluded} excluded.`,
  };
}

function tableReport({ sheet, found, reader }: ReadTable, { lines, used }: Read): TableReport {
  const here = (one: { readonly sheet: string }): boolean => one.sheet === sheet;
  const headings = found.columns.map(({ index, written, meaning }) => ({
    column: lettersOf(index),
    written,
    means: meaning === null ? null : nameOf(meaning),
  }));
  return {
    sheet,
    headingRows: found.rows,
    rowsRead: reader.read,
    rowsUsed: used.filter(here).length,
    rowsExcluded: lines.excluded.filter(here).length,
    warnings: lines.warnings.filter(here).length,
    headings,
    unmatchedHeadings: headings.flatMap(({ written, means }) => (means === null ? [written] : [])),
  };
}
