import { readChildId } from '../cells/child-id.js';
import { isWritten, textOf } from '../cells/cell.js';
import type { Sheet, SheetRow } from '../formats/sheet.js';
import type { Cohort } from '../cohort.js';
import { codeKey } from '../template/category-code.js';
import { readCaseStatus } from '../template/case-status.js';
import { caseStatus, childId, inTouch, type ChildList } from './child-lists.js';
import type { RecognisedList } from './recognise-list.js';
import type { ReportLines, Subject } from './report-lines.js';
import { checkRow, dateIn, UnknownCodes, type ListRow } from './row-checks.js';

/** A row of lists 6 to 9 that is open on the as-at date: it belongs to a child of the population. */
export interface OpenRow {
  readonly subject: Subject & { readonly list: number; readonly child: string };
  readonly cohort: Cohort;
  readonly team: string | null;
  readonly worker: string | null;
}

/** Reads one of lists 6 to 9: every row given to it ends as an open row, or as an exclusion with its reason. */
export class ChildListReader {
  readonly open: OpenRow[] = [];
  readonly excludedChildren = new Set<string>();
  private readonly unknownCodes = new UnknownCodes();
  private readonly seen = new Map<string, Set<string>>();

  constructor(
    private readonly sheet: Sheet,
    private readonly recognised: RecognisedList,
    private readonly childList: ChildList,
    private readonly asAt: string,
    private readonly lines: ReportLines,
  ) {}

  read({ number, cells }: SheetRow): void {
    const { list, columnsOf } = this.recognised;
    const cell: ListRow['cell'] = (heading) => {
      const columns = columnsOf.get(heading) ?? [];
      return cells[columns.find((column) => isWritten(cells[column])) ?? -1];
    };
    const id = readChildId(cell(childId));
    const subject = { list, sheet: this.sheet.name, row: number, child: id?.id ?? null };
    const row: ListRow = { list, subject, dates1904: this.sheet.dates1904, asAt: this.asAt, cell };
    checkRow(row, this.lines, this.unknownCodes);
    if (!id) {
      this.lines.exclude('no-child-id', subject);
      return;
    }
    if (id.rounded) this.lines.warn('child-id-rounded', subject);
    this.noteRepeats(id.id, row, cells);
    const cohort = this.cohortOf(row);
    if (cohort === null) {
      this.excludedChildren.add(id.id);
      return;
    }
    this.open.push({
      subject: { ...subject, child: id.id },
      cohort,
      team: textOf(cell('Allocated Team')),
      worker: textOf(cell('Allocated Worker')) ?? textOf(cell('Allocated Personal Advisor')),
    });
  }

  end(): void {
    this.unknownCodes.report(this.lines);
    this.seen.clear();
  }

  /** Null when the row has been excluded. */
  private cohortOf(row: ListRow): Cohort | null {
    const closedOn = this.closedOn(row);
    const written = textOf(row.cell(caseStatus));
    const status = written === null ? null : readCaseStatus(written);
    if (closedOn !== null) {
      if (status !== null && status !== 'closed') this.lines.warn('status-open-but-closed', row.subject);
      return this.exclude('closed', row, closedOn);
    }
    if (row.list === 9 && codeKey(textOf(row.cell(inTouch)) ?? '') === 'died')
      return this.exclude('died', row);
    if (this.childList.cohort !== null) return this.childList.cohort;
    if (status === 'closed') return this.exclude('closed-status', row);
    if (status === null) this.lines.warn('status-unknown', row.subject);
    return status ?? 'child-in-need';
  }

  /** The heading whose date closed the case by the as-at date, or null. */
  private closedOn(row: ListRow): string | null {
    const heading = this.childList.closedBy;
    if (heading === null) return null;
    const closing = dateIn(row, heading);
    if (closing.kind !== 'date') return null;
    if (closing.date <= this.asAt) return heading;
    this.lines.warn('closes-after-as-at', { ...row.subject, heading });
    return null;
  }

  private exclude(code: 'closed' | 'closed-status' | 'died', row: ListRow, heading?: string): null {
    this.lines.exclude(code, heading === undefined ? row.subject : { ...row.subject, heading });
    return null;
  }

  private noteRepeats(child: string, row: ListRow, cells: SheetRow['cells']): void {
    const whole = JSON.stringify(Array.from(cells, (cell) => textOf(cell)));
    const earlier = this.seen.get(child);
    if (!earlier) {
      this.seen.set(child, new Set([whole]));
      return;
    }
    this.lines.warn(earlier.has(whole) ? 'row-repeated-exactly' : 'child-repeated', row.subject);
    earlier.add(whole);
  }
}
