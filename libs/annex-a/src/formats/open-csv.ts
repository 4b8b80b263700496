import { posix } from 'node:path';
import { readCsvRows, textOf, type Limits, type SheetRow, type ZipArchive } from '#spreadsheet';
import { refuse } from '../refusal.js';
import { columns, columnsOf } from '../template/template.js';
import { headingKey } from '../template/heading.js';
import type { ListSheet, OpenedFile } from './opened-file.js';

/** Opens a zip that holds one csv per list, or all lists in one csv. */
export function openZippedCsv(zip: ZipArchive, limits: Limits): OpenedFile {
  const [lists, others] = [
    zip.names.filter(isCsv),
    zip.names.filter((name) => !isCsv(name) && !isHidden(name)),
  ];
  return {
    format: 'csv-per-list',
    sheets: (async function* () {
      for (const name of lists) {
        yield* (await openCsv(await zip.readWhole(name), posix.basename(name), limits)).sheets;
      }
    })(),
    ignoredParts: others.map((part) => ({ part, what: 'not a list' })),
  };
}

/** Opens a single csv: all lists in one, told apart by a column `list`, or one list alone. */
export async function openCsv(bytes: Uint8Array, name: string, limits: Limits): Promise<OpenedFile> {
  const header = await firstRow(readCsvRows(bytes, name));
  const listColumn = header?.cells.findIndex((cell) => headingKey(textOf(cell) ?? '') === 'list') ?? -1;
  const merged = header !== undefined && listColumn >= 0;
  return {
    format: merged ? 'merged-csv' : 'csv-per-list',
    sheets: merged ? splitByList(bytes, name, header, listColumn, limits) : one(csvSheet(bytes, name)),
    ignoredParts: [],
  };
}

export function isCsv(name: string): boolean {
  return /\.csv$/i.test(name) && !isHidden(name);
}

async function* splitByList(
  bytes: Uint8Array,
  name: string,
  header: SheetRow,
  listColumn: number,
  limits: Limits,
): AsyncGenerator<ListSheet> {
  const headings = { ...header, cells: header.cells.with(listColumn, null) };
  const byList = new Map<number | null, SheetRow[]>();
  let rows = 0;
  for await (const batch of readCsvRows(bytes, name)) {
    rows += batch.length;
    if (rows - 1 > limits.rows) tooManyRows(limits);
    for (const row of batch) {
      if (row.number === header.number) continue;
      const list = listNumber(textOf(row.cells[listColumn]) ?? '');
      const group = byList.get(list);
      if (group) group.push(row);
      else byList.set(list, [row]);
    }
  }
  for (const [list, group] of byList) {
    yield {
      name: list === null ? 'No list' : `List ${list}`,
      unlisted: list === null,
      dates1904: false,
      async *rows() {
        yield [headings, ...group];
      },
    };
  }
}

/** `6`, `List 6`, `list_6`, `List 6: Children in Need` or the title alone. */
export function listNumber(written: string): number | null {
  const key = headingKey(written);
  const digits = /^(?:list )?(\d{1,2})(?: |$)/.exec(key)?.[1];
  const list = digits === undefined ? (titles.get(key) ?? NaN) : Number(digits);
  return columnsOf(list).length > 0 ? list : null;
}

export function tooManyRows(limits: Limits): never {
  refuse(
    'too-many-rows',
    `The file holds more than ${limits.rows.toLocaleString('en-GB')} rows. Annex A covers six months of one authority: check the period, or import lists 6 to 9 alone.`,
  );
}

const titles = new Map(columns.map(({ list, title }) => [headingKey(title), list]));

function csvSheet(bytes: Uint8Array, name: string): ListSheet {
  return { name: name.replace(/\.csv$/i, ''), dates1904: false, rows: () => readCsvRows(bytes, name) };
}

async function* one(sheet: ListSheet): AsyncGenerator<ListSheet> {
  yield sheet;
}

async function firstRow(batches: AsyncIterable<readonly SheetRow[]>): Promise<SheetRow | undefined> {
  for await (const batch of batches) return batch[0];
  return undefined;
}

function isHidden(name: string): boolean {
  return name.startsWith('__MACOSX/') || posix.basename(name).startsWith('.');
}
