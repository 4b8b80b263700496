import { isWritten, type Limits, type SheetRow } from '#spreadsheet';
import { tooManyRows } from '../formats/open-csv.js';
import type { ListSheet, OpenedFile } from '../formats/opened-file.js';
import type { OtherSheet } from '../import-report.js';
import { refuse } from '../refusal.js';
import type { Wanted } from './admit-row.js';
import { adultList, listsOf, type ChildLists } from './child-lists.js';
import { ChildListReader } from './read-child-list.js';
import {
  headingRowsSearched,
  listNamedBy,
  looksLikeSend,
  recogniseList,
  type HeadingDecisions,
  type RecognisedList,
} from './recognise-list.js';
import { ReportLines } from './report-lines.js';

export interface ReadList {
  readonly sheet: string;
  /** List null: rows of a merged csv that name no list. */
  readonly recognised: Omit<RecognisedList, 'list' | 'columnsOf'> & { readonly list: number | null };
  readonly rowsRead: number;
  /** Of the lists that make the population only. */
  readonly children: ChildListReader | null;
}

export interface ReadSheets {
  readonly lists: readonly ReadList[];
  readonly otherSheets: readonly OtherSheet[];
  readonly lines: ReportLines;
}

/** Reads every sheet of an opened file once, in its order, and refuses what must not become a population. */
export async function readSheets(
  file: OpenedFile,
  asAt: string,
  wanted: Wanted,
  decisions: HeadingDecisions,
  limits: Limits,
): Promise<ReadSheets> {
  const lines = new ReportLines();
  const lists: ReadList[] = [];
  const otherSheets: OtherSheet[] = [];
  let send = false;
  let rowsInAll = 0;
  for await (const sheet of file.sheets) {
    const rows = sheet.rows()[Symbol.asyncIterator]();
    const top = await readTop(rows);
    const recognised = sheet.unlisted ? null : recogniseList(sheet.name, top, decisions);
    if (!recognised && !sheet.unlisted) {
      await rows.return?.();
      send ||= looksLikeSend(top);
      otherSheets.push({ sheet: sheet.name, reason: whyNotAList(sheet, top) });
      continue;
    }
    const list = recognised ?? unknownList(top);
    const twin = lists.find((other) => list.list !== null && other.recognised.list === list.list);
    if (twin && list.list !== null) refuseTwice(list.list, twin.sheet, sheet.name);
    const children = recognised && childReader(sheet, recognised, asAt, wanted, lines);
    let rowsRead = 0;
    const take = (batch: readonly SheetRow[]): void => {
      for (const row of batch) {
        if (row.number <= list.headingRow || !row.cells.some(isWritten)) continue;
        rowsRead += 1;
        if (rowsInAll + rowsRead > limits.rows) tooManyRows(limits);
        children?.read(row);
      }
    };
    take(top);
    for await (const batch of { [Symbol.asyncIterator]: () => rows }) take(batch);
    children?.end();
    rowsInAll += rowsRead;
    if (!children) excludeList(sheet, list.list, rowsRead, wanted, lines);
    lists.push({ sheet: sheet.name, recognised: list, rowsRead, children });
  }
  refuseWithoutChildren(lists, otherSheets, send, listsOf[wanted.of]);
  return { lists, otherSheets, lines };
}

async function readTop(rows: AsyncIterator<readonly SheetRow[]>): Promise<SheetRow[]> {
  const top: SheetRow[] = [];
  while ((top.at(-1)?.number ?? 0) < headingRowsSearched) {
    const batch = await rows.next();
    if (batch.done) break;
    top.push(...batch.value);
  }
  return top;
}

function childReader(
  sheet: ListSheet,
  recognised: RecognisedList,
  asAt: string,
  wanted: Wanted,
  lines: ReportLines,
): ChildListReader | null {
  const childList = listsOf[wanted.of].get(recognised.list);
  if (!childList) return null;
  const missing = childList.essential.filter((heading) => !recognised.columnsOf.has(heading));
  if (missing.length > 0) {
    const unmatched = recognised.unmatchedHeadings.map(quoted).join(', ');
    refuse(
      'essential-heading-missing',
      `List ${recognised.list} has no heading ${missing.map(quoted).join(', ')}, without which nobody can tell which rows belong to the population. ` +
        `Correct the heading in row ${recognised.headingRow}, or say which heading of the file means it. ` +
        (unmatched === '' ? '' : `Headings not recognised: ${unmatched}.`),
    );
  }
  return new ChildListReader(sheet, recognised, childList, asAt, wanted, lines);
}

function unknownList(top: readonly SheetRow[]): ReadList['recognised'] {
  return {
    list: null,
    headingRow: top[0]?.number ?? 1,
    unmatchedHeadings: [],
    repeatedHeadings: [],
    missingHeadings: [],
  };
}

function excludeList(
  sheet: ListSheet,
  list: number | null,
  rows: number,
  { of }: Wanted,
  lines: ReportLines,
): void {
  if (rows === 0) return;
  const code =
    list === null
      ? 'list-unknown'
      : list === adultList
        ? 'list-of-adults'
        : of === 'open-cases'
          ? 'list-not-in-child-population'
          : 'list-not-asked-for';
  lines.exclude(code, { list, sheet: sheet.name, row: null, rows });
}

function whyNotAList(sheet: ListSheet, top: readonly SheetRow[]): OtherSheet['reason'] {
  if (!top.some(({ cells }) => cells.some(isWritten))) return 'empty';
  return listNamedBy(sheet.name) === null ? 'not-a-list' : 'headings-not-found';
}

function refuseTwice(list: number, one: string, other: string): never {
  refuse(
    'list-twice',
    `List ${list} is in the file twice: ${quoted(one)} and ${quoted(other)}. Remove the one that is out of date and import again.`,
  );
}

function refuseWithoutChildren(
  lists: readonly ReadList[],
  others: readonly OtherSheet[],
  send: boolean,
  wanted: ChildLists,
): void {
  const unread = others.find(
    ({ sheet, reason }) => reason === 'headings-not-found' && wanted.has(listNamedBy(sheet) ?? 0),
  );
  if (unread) {
    refuse(
      'headings-not-found',
      `Sheet ${quoted(unread.sheet)} does not have the headings of its list in its first ${headingRowsSearched} rows. Put the headings of the Annex A template above the rows, and import again.`,
    );
  }
  if (lists.some(({ children }) => children)) return;
  if (send) {
    refuse(
      'send-workbook',
      'This is the Annex A of the SEND inspection: its lists are learners with a UPN or ULN. Import the Annex A lists of the inspection of children’s services.',
    );
  }
  const numbers = [...wanted.keys()].join(', ');
  refuse(
    'no-child-list',
    `The file has none of the lists that this population is made from: ${numbers}. Export them with the headings of the Annex A template, and import again.`,
  );
}

function quoted(text: string): string {
  return `"${text}"`;
}
