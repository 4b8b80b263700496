import type { PopulationOf } from '#audit-cycle';
import type { OpenedFile } from '../formats/opened-file.js';
import type { ImportReport, ListReport } from '../import-report.js';
import { cohorts, openCohorts, type Cohort } from '../cohort.js';
import type { MergedChildren } from './merge-children.js';
import type { ReadList, ReadSheets } from './read-sheets.js';

interface ReportOptions {
  readonly fileName: string;
  readonly asAt: string;
  readonly of?: PopulationOf;
}

/**
 * Puts the report together. The rows excluded are counted from the lines and the rows used from the children's rows, never one
 * from the other, so that the two sums are a check and not a definition.
 */
export function writeReport(
  { fileName, asAt, of = 'open-cases' }: ReportOptions,
  file: OpenedFile,
  read: ReadSheets,
  merged: MergedChildren,
): ImportReport {
  const { excluded, warnings } = read.lines;
  const lists = read.lists
    .map((list) => reportOf(list, read, merged))
    .sort((a, b) => (a.list ?? Infinity) - (b.list ?? Infinity));
  const sum = (count: (list: ListReport) => number): number =>
    lists.reduce((total, list) => total + count(list), 0);
  const open = new Set(merged.children.map(({ child }) => child));
  const excludedChildren = new Set(
    read.lists.flatMap(({ children }) => [...(children?.excludedChildren ?? [])]),
  );
  const totals = {
    rowsRead: sum((list) => list.rowsRead),
    rowsUsed: sum((list) => list.rowsUsed),
    rowsMerged: sum((list) => list.rowsMerged),
    rowsExcluded: sum((list) => list.rowsExcluded),
    children: merged.children.length,
    childrenExcluded: [...excludedChildren].filter((child) => !open.has(child)).length,
    warnings: warnings.length,
  };
  if (
    totals.rowsRead !== totals.rowsUsed + totals.rowsExcluded ||
    totals.children !== totals.rowsUsed - totals.rowsMerged
  ) {
    throw new Error(`The import does not reconcile: ${JSON.stringify(totals)}`);
  }
  return {
    fileName,
    format: file.format,
    asAt,
    lists,
    otherSheets: read.otherSheets,
    ignoredParts: file.ignoredParts,
    excluded,
    warnings,
    cohorts: countCohorts(merged, of),
    totals,
    reconciliation:
      `${totals.rowsRead} rows read = ${totals.rowsUsed} used + ${totals.rowsExcluded} excluded. ` +
      `${totals.rowsUsed} rows used - ${totals.rowsMerged} about a child already counted = ${totals.children} children.`,
  };
}

function reportOf(read: ReadList, { lines }: ReadSheets, merged: MergedChildren): ListReport {
  const { list, headingRow, unmatchedHeadings, repeatedHeadings, missingHeadings } = read.recognised;
  const own = lines.excluded.filter((line) => line.list === list);
  return {
    list,
    sheet: read.sheet,
    headingRow,
    rowsRead: read.rowsRead,
    rowsUsed: read.children?.used.length ?? 0,
    rowsMerged: merged.rowsMerged.get(list ?? 0) ?? 0,
    rowsExcluded: own.reduce((total, line) => total + line.rows, 0),
    warnings: lines.warnings.filter((line) => line.list === list).length,
    unmatchedHeadings,
    repeatedHeadings,
    missingHeadings,
  };
}

/** Of open cases each cohort, also where it holds nobody; else those that hold somebody. */
function countCohorts({ children }: MergedChildren, of: PopulationOf): ImportReport['cohorts'] {
  const count = (cohort: Cohort): number => children.filter((child) => child.cohort === cohort).length;
  const counted = of === 'open-cases' ? openCohorts : cohorts.filter((cohort) => count(cohort) > 0);
  return Object.fromEntries(counted.map((cohort) => [cohort, count(cohort)]));
}
