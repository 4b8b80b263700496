import { readChildId } from '../cells/child-id.js';
import { isWritten, textOf, type Sheet, type SheetRow } from '#spreadsheet';
import type { Characteristics } from '#audit-cycle';
import { readCharacteristics } from '../characteristics/read-characteristics.js';
import type { Cohort } from '../cohort.js';
import { admitRow, type Wanted } from './admit-row.js';
import { childId, type ChildList } from './child-lists.js';
import type { RecognisedList } from './recognise-list.js';
import type { ReportLines, Subject } from './report-lines.js';
import { checkRow, UnknownCodes, type ListRow } from './row-checks.js';

/** A row that belongs to a child of the population: an open case on the as-at date, or an event or a closure before it. */
export interface UsedRow {
  readonly subject: Subject & { readonly list: number; readonly child: string };
  readonly cohort: Cohort;
  /** ISO date: the day of the event or of the closure; null for an open case. */
  readonly on: string | null;
  readonly team: string | null;
  readonly worker: string | null;
  readonly characteristics: Characteristics;
}

/** Reads one of the lists that make the population: every row given to it ends as a row that is used, or as an exclusion with its reason. */
export class ChildListReader {
  readonly used: UsedRow[] = [];
  readonly excludedChildren = new Set<string>();
  private readonly unknownCodes = new UnknownCodes();
  private readonly seen = new Map<string, Set<string>>();

  constructor(
    private readonly sheet: Sheet,
    private readonly recognised: RecognisedList,
    private readonly childList: ChildList,
    private readonly asAt: string,
    private readonly wanted: Wanted,
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
    const admitted = admitRow(row, this.childList, this.wanted, this.lines);
    if (admitted === null) {
      this.excludedChildren.add(id.id);
      return;
    }
    this.used.push({
      subject: { ...subject, child: id.id },
      ...admitted,
      team: textOf(cell('Allocated Team')),
      worker: textOf(cell('Allocated Worker')) ?? textOf(cell('Allocated Personal Advisor')),
      characteristics: readCharacteristics(row),
    });
  }

  end(): void {
    this.unknownCodes.report(this.lines);
    this.seen.clear();
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
