import { textOf, type SheetRow } from '#spreadsheet';
import { listNumber } from '../formats/open-csv.js';
import { headingKey, knownHeading } from '../template/heading.js';
import { columns, columnsOf } from '../template/template.js';

/** The heading row is one of the first five: a title, or nothing, may stand above it. */
export const headingRowsSearched = 5;
const shareNeeded = 0.6;

export interface RecognisedList {
  readonly list: number;
  readonly headingRow: number;
  /** Columns, from 0, of each known heading that the sheet has; several when it is written more than once. */
  readonly columnsOf: ReadonlyMap<string, readonly number[]>;
  readonly unmatchedHeadings: readonly string[];
  readonly repeatedHeadings: readonly string[];
  readonly missingHeadings: readonly string[];
}

/** A person's decisions: key of the written heading, to the heading of the template. */
export type HeadingDecisions = ReadonlyMap<string, string>;

/**
 * Finds the row that has at least 60 % of a list's headings, and at least one that only this list's kind of record has: the five
 * headings about the child herself stand on many sheets. The sheet's name decides which list it is when its headings agree;
 * otherwise the list with most headings in common. (`13 or 17 columns of list 9`: either template will do.)
 */
export function recogniseList(
  sheetName: string,
  topRows: readonly SheetRow[],
  decisions: HeadingDecisions,
): RecognisedList | null {
  const named = listNamedBy(sheetName);
  let best: { list: number; row: SheetRow; matched: number; named: boolean } | null = null;
  for (const row of topRows.filter(({ number }) => number <= headingRowsSearched)) {
    const headings = new Set(headingsOf(row, decisions).map(({ known }) => known));
    for (const list of lists) {
      const matched = columnsOf(list).filter(({ heading }) => headings.has(heading)).length;
      if (!isEnough(list, headings)) continue;
      const isNamed = list === named;
      const better = best === null || (isNamed === best.named ? matched > best.matched : isNamed);
      if (better) best = { list, row, matched, named: isNamed };
    }
  }
  return best && describe(best.list, best.row, decisions);
}

/** `List_6`, `List 6`, `list6 CIN`; null when the name says no list. */
export function listNamedBy(sheetName: string): number | null {
  const digits = /^list ?(\d{1,2})(?!\d)/.exec(headingKey(sheetName))?.[1];
  return digits === undefined ? null : listNumber(digits);
}

/** A workbook of the SEND inspection uses the same sheet names, but identifies learners. */
export function looksLikeSend(topRows: readonly SheetRow[]): boolean {
  return topRows.some(({ cells }) => cells.some((cell) => sendHeadings.has(headingKey(textOf(cell) ?? ''))));
}

const lists = [...new Set(columns.map(({ list }) => list))];
const sendHeadings = new Set(['upn', 'uln', 'unique pupil number', 'unique learner number']);
const usesOf = Map.groupBy(columns, ({ heading }) => heading);
const commonToLists = 5;

function isEnough(list: number, headings: ReadonlySet<string | null>): boolean {
  const all = columnsOf(list);
  const in2019 = all.filter((column) => column.in2019);
  const share = (some: typeof all): number =>
    some.filter(({ heading }) => headings.has(heading)).length / some.length;
  const own = all.some(
    ({ heading }) => headings.has(heading) && (usesOf.get(heading)?.length ?? 0) < commonToLists,
  );
  return own && Math.max(share(all), share(in2019)) >= shareNeeded;
}

function describe(list: number, row: SheetRow, decisions: HeadingDecisions): RecognisedList {
  const written = headingsOf(row, decisions);
  const columnsByHeading = new Map<string, number[]>();
  for (const { known, column } of written) {
    if (known === null) continue;
    const earlier = columnsByHeading.get(known);
    if (earlier) earlier.push(column);
    else columnsByHeading.set(known, [column]);
  }
  return {
    list,
    headingRow: row.number,
    columnsOf: columnsByHeading,
    unmatchedHeadings: written.filter(({ known }) => known === null).map(({ text }) => text),
    repeatedHeadings: [...columnsByHeading]
      .filter(([, columns]) => columns.length > 1)
      .map(([heading]) => heading),
    missingHeadings: columnsOf(list)
      .map(({ heading }) => heading)
      .filter((heading) => !columnsByHeading.has(heading)),
  };
}

function headingsOf(
  row: SheetRow,
  decisions: HeadingDecisions,
): { text: string; known: string | null; column: number }[] {
  return [...row.cells].flatMap((cell, column) => {
    const text = textOf(cell);
    if (text === null) return [];
    return [{ text, known: decisions.get(headingKey(text)) ?? knownHeading(text), column }];
  });
}
