import { tidyLine } from '#audit-cycle';
import { isWritten, textOf, type Cell, type SheetRow } from '#spreadsheet';
import { headingKey } from '../headings/known-headings.js';
import type { FoundHeadings } from '../headings/find-headings.js';
import { tableColumns, type TableColumns } from '../headings/table-columns.js';
import type { ScorecardRow } from '../scorecard.js';
import { ExcludedRow } from './excluded-row.js';
import { readRow } from './read-row.js';
import type { Place, ScorecardReportLines } from './report-lines.js';

const LONGEST = [
  ['ref', 30],
  ['section', 300],
  ['measure', 300],
] as const;

/** Reads the rows below the headings of one table, in their order. */
export class TableReader {
  readonly rows: ScorecardRow[] = [];
  read = 0;
  private readonly columns: TableColumns;
  private section: string;
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly sheet: string,
    private readonly headings: FoundHeadings,
    private readonly on: string,
    private readonly lines: ScorecardReportLines,
  ) {
    this.columns = tableColumns(sheet, headings.columns, on);
    this.section = sheet;
  }

  take({ number, cells }: SheetRow): void {
    if (!cells.some(isWritten)) return;
    this.read += 1;
    const ref = this.text(cells, 'ref');
    const place: Place = { sheet: this.sheet, row: number, ref: ref === null ? null : tidyLine(ref) };
    try {
      this.rows.push(this.used(place, cells));
    } catch (error) {
      if (!(error instanceof ExcludedRow)) throw error;
      this.lines.exclude(error.code, place, error.column, error.detail);
    }
  }

  private used(place: Place, cells: SheetRow['cells']): ScorecardRow {
    if (this.repeatsHeadings(cells)) throw new ExcludedRow('heading-repeated');
    this.checkLengths(cells);
    const written = this.headings.columns.filter(({ index }) => textOf(cells[index]) !== null);
    const [only] = written;
    const section = this.text(cells, 'section');
    const title = this.text(cells, 'measure');
    const heading = section ?? (this.columns.of('section') === null ? title : null);
    if (written.length === 1 && only !== undefined && heading !== null) {
      this.section = heading;
      throw new ExcludedRow('section-heading', only);
    }
    this.section = section ?? this.section;
    const same = JSON.stringify([
      this.section,
      ...cells.map((cell) => (cell === undefined ? null : String(cell))),
    ]);
    const first = this.seen.get(same);
    if (first !== undefined) throw new ExcludedRow('row-repeated-exactly', null, String(first));
    this.seen.set(same, place.row);
    if (title === null) throw new ExcludedRow('measure-missing', this.columns.of('measure'));
    const { columns, on, lines } = this;
    const row = { place, section: this.section, columns, on, lines };
    return readRow({ ...row, cell: ({ index }): Cell | undefined => cells[index] }, title);
  }

  /** What is recorded with a measure is a name, and no page. */
  private checkLengths(cells: SheetRow['cells']): void {
    for (const [heading, most] of LONGEST) {
      const text = this.text(cells, heading);
      if (text !== null && text.length > most) {
        throw new ExcludedRow('text-too-long', this.columns.of(heading), String(most));
      }
    }
  }

  private text(cells: SheetRow['cells'], heading: 'section' | 'ref' | 'measure'): string | null {
    const column = this.columns.of(heading);
    return column === null ? null : textOf(cells[column.index]);
  }

  /** Whether every cell says what its heading says, as at the top of a new page. */
  private repeatsHeadings(cells: SheetRow['cells']): boolean {
    const { columns } = this.headings;
    return (
      columns.every(({ index, written }) => {
        const text = textOf(cells[index]);
        return text === null || headingKey(written).includes(headingKey(text));
      }) && columns.filter(({ index }) => textOf(cells[index]) !== null).length > columns.length / 2
    );
  }
}
