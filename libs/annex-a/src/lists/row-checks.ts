import { readAge } from '../cells/age.js';
import { isFormulaWithoutValue, readDate, textOf, type Cell, type DateReading } from '#spreadsheet';
import { isTemplateCode } from '../template/category-code.js';
import { columnsOf } from '../template/template.js';
import { caseStatus } from './child-lists.js';
import type { ReportLines, Subject } from './report-lines.js';

/** One row of a recognised list: its cells by heading, and where a warning about it points. */
export interface ListRow {
  readonly list: number;
  readonly subject: Subject;
  readonly dates1904: boolean;
  readonly asAt: string;
  cell(heading: string): Cell | undefined;
}

/** Warns of everything in the row that a person should look at. Nothing here drops a row. */
export function checkRow(row: ListRow, lines: ReportLines, codes: UnknownCodes): void {
  const age = readAge(row.cell('Age of Child (Years)'));
  if (age === 'not-whole') lines.warn('age-not-whole', row.subject);
  if (age === 'unreadable') lines.warn('age-unreadable', row.subject);
  const birth = dateIn(row, 'Date of Birth');
  if (age !== 'unborn') checkBirth(birth, row, lines);
  for (const { heading, type } of columnsOf(row.list)) {
    const cell = row.cell(heading);
    if (isFormulaWithoutValue(cell)) lines.warn('formula-without-value', { ...row.subject, heading });
    if (type === 'category') codes.note(row, heading, textOf(cell));
    if (type !== 'date') continue;
    const reading = dateIn(row, heading);
    if (reading.kind === 'unreadable') lines.warn('date-unreadable', { ...row.subject, heading });
    const beforeBirth = reading.kind === 'date' && birth.kind === 'date' && reading.date < birth.date;
    if (beforeBirth && age !== 'unborn') lines.warn('date-before-birth', { ...row.subject, heading });
  }
}

export function dateIn(row: ListRow, heading: string): DateReading {
  return readDate(row.cell(heading), row.dates1904);
}

function checkBirth(birth: DateReading, row: ListRow, lines: ReportLines): void {
  if (birth.kind === 'blank') lines.warn('birth-date-missing', row.subject);
  if (birth.kind === 'date' && birth.date > row.asAt) lines.warn('birth-date-in-future', row.subject);
}

/**
 * Local codes, one line for each heading of a list: an authority that uses its own codes uses them in every row. Case status
 * decides a cohort and is warned row by row; the authority of a placement is named, and not coded.
 */
export class UnknownCodes {
  private readonly found = new Map<string, { first: Subject; rows: number }>();

  note(row: ListRow, heading: string, text: string | null): void {
    if (text === null || heading === caseStatus || heading === 'LA of Placement') return;
    if (isTemplateCode(heading, text)) return;
    const earlier = this.found.get(heading);
    if (earlier) earlier.rows += 1;
    else this.found.set(heading, { first: row.subject, rows: 1 });
  }

  report(lines: ReportLines): void {
    for (const [heading, { first, rows }] of this.found) {
      lines.warn('code-unknown', { ...first, child: null, heading, rows });
    }
  }
}
