import type { Cell } from '#spreadsheet';
import type { Column } from '../headings/column.js';
import type { TableColumns } from '../headings/table-columns.js';
import type { Place, ScorecardReportLines } from './report-lines.js';

/** A row on its way: where it stands, its columns, and where what is odd about it is written down. */
export interface TableRow {
  readonly place: Place;
  /** Its own, or the last one above it. */
  readonly section: string;
  readonly columns: TableColumns;
  readonly cell: (column: Column) => Cell | undefined;
  readonly on: string;
  readonly lines: ScorecardReportLines;
}
