import { isIsoDate } from '#audit-cycle';
import {
  openFile,
  readCsvRows,
  RefusedFile,
  type Limits,
  type OpenedFile,
  type Separator,
  type Sheet,
  type SheetRow,
} from '#spreadsheet';
import { findHeadings, HEADING_ROWS_SEARCHED } from './headings/find-headings.js';
import { decided, type HeadingDecisions } from './headings/meaning-of.js';
import { scorecardLimits } from './limits.js';
import { refuse, RefusedTable, type Refusal } from './refusal.js';
import { ScorecardReportLines } from './rows/report-lines.js';
import { TableReader } from './rows/read-table.js';
import { uniqueRows } from './rows/unique-rows.js';
import type { Scorecard } from './scorecard.js';
import { writeReport, type ReadTable } from './write-report.js';

export interface ScorecardOptions {
  /** As the person knows it. It only tells rows of text from other text; what a file is, its bytes say. */
  readonly fileName: string;
  /** ISO date: the day that the table speaks of. */
  readonly on: string;
  /** What a person has decided about headings that are not known: heading as written, to a name of `HEADINGS`, a month or a financial year. */
  readonly headings?: Readonly<Record<string, string>>;
  /** For tests and for small machines; by default as in limits.ts. */
  readonly limits?: Limits;
}

export type ScorecardReading =
  { readonly ok: true; readonly scorecard: Scorecard } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads a table of performance measures (a workbook, or values between commas, semicolons or tabs) into one row for each measure and a
 * report in which every row is accounted for. Nothing in the file is run or worked out. Rejects only for a bug or a broken machine.
 */
export async function readScorecard(bytes: Uint8Array, options: ScorecardOptions): Promise<ScorecardReading> {
  try {
    return { ok: true, scorecard: await read(bytes, options) };
  } catch (error) {
    if (error instanceof RefusedFile || error instanceof RefusedTable)
      return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function read(bytes: Uint8Array, options: ScorecardOptions): Promise<Scorecard> {
  const { fileName, on, headings = {}, limits = scorecardLimits } = options;
  if (!isIsoDate(on)) refuse('not-a-date', 'Write the day that the table speaks of as YYYY-MM-DD.');
  const decisions = decided(headings);
  const opened = await openFile(bytes, fileName, limits, 'as-shown');
  const lines = new ScorecardReportLines();
  const tables: ReadTable[] = [];
  const otherSheets: string[] = [];
  let rows = 0;
  for await (const sheet of sheetsOf(opened, fileName)) {
    const all: SheetRow[] = [];
    for await (const batch of sheet.rows()) {
      rows += batch.length;
      if (rows > limits.rows) tooManyRows(limits);
      all.push(...batch);
    }
    const table = readTable(sheet.name, all, on, decisions, lines);
    if (table === null) otherSheets.push(sheet.name);
    else tables.push(table);
  }
  if (tables.length === 0) {
    refuse(
      'headings-not-found',
      `No sheet has the headings of a table of measures in its first ${HEADING_ROWS_SEARCHED} rows: a measure, and a current figure, months or financial years. Name the columns so, or say what their headings mean.`,
    );
  }
  const used = uniqueRows(
    tables.flatMap((table) => table.reader.rows),
    lines,
  );
  return { on, rows: used, report: writeReport(options, opened, { tables, otherSheets, lines, used }) };
}

function readTable(
  sheet: string,
  rows: readonly SheetRow[],
  on: string,
  decisions: HeadingDecisions,
  lines: ScorecardReportLines,
): ReadTable | null {
  const found = findHeadings(rows.slice(0, HEADING_ROWS_SEARCHED), decisions);
  if (found === null) return null;
  const reader = new TableReader(sheet, found, on, lines);
  for (const row of rows) if (row.number > (found.rows.at(-1) as number)) reader.take(row);
  return { sheet, found, reader };
}

async function* sheetsOf(opened: OpenedFile, fileName: string): AsyncGenerator<Sheet> {
  if (opened.kind === 'workbook') yield* opened.sheets;
  else if (opened.kind === 'text') {
    const { bytes } = opened;
    const name = fileName.replace(/\.(csv|tsv)$/i, '');
    yield { name, dates1904: false, rows: () => readCsvRows(bytes, fileName, separatorIn(bytes)) };
  } else {
    refuse(
      'not-a-workbook',
      'A scorecard is one workbook (.xlsx) or one file of values (.csv, .tsv). Send that, without a zip around it.',
    );
  }
}

/** Whatever stands most often in the beginning of the file. */
function separatorIn(bytes: Uint8Array): Separator {
  const top = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const counted = ([',', '\t', ';'] as const).map(
    (separator) => [separator, top.split(separator).length] as const,
  );
  return counted.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function tooManyRows(limits: Limits): never {
  refuse(
    'too-many-rows',
    `The file holds more than ${limits.rows.toLocaleString('en-GB')} rows. Copy the scorecard into a workbook of its own and import that.`,
  );
}
