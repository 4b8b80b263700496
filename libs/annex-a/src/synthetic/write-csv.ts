import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { knownHeading } from '../template/heading.js';
import type { SyntheticCell, SyntheticSheet, SyntheticWorkbook } from './synthetic-workbook.js';

/** Writes a zip with one csv (UTF-8) per list. */
export async function writeZippedCsv({ sheets }: Pick<SyntheticWorkbook, 'sheets'>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { name, rows } of sheets) zip.addBuffer(Buffer.from(csv(rows)), `${name}.csv`);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** Writes all lists in one csv (UTF-8) with a column `list` and the template's headings of all of them. */
export function writeMergedCsv({ sheets }: Pick<SyntheticWorkbook, 'sheets'>): Uint8Array {
  const lists = sheets.filter(({ list }) => list !== null).map((sheet) => ({ ...sheet, ...split(sheet) }));
  const headings = [...new Set(lists.flatMap(({ headings }) => headings))];
  const rows = lists.flatMap(({ list, headings: own, body }) =>
    body.map((row) => [`List ${list}`, ...headings.map((heading) => row[own.indexOf(heading)] ?? null)]),
  );
  return new TextEncoder().encode(csv([['list', ...headings], ...rows]));
}

/** The heading row is the first with more than a title in it. */
function split({ rows }: SyntheticSheet): { headings: string[]; body: SyntheticSheet['rows'] } {
  const at = rows.findIndex((row) => row.length > 1);
  return {
    headings: (rows[at] ?? []).map((cell) => knownHeading(text(cell)) ?? text(cell)),
    body: rows.slice(at + 1),
  };
}

function csv(rows: readonly (readonly SyntheticCell[])[]): string {
  return rows.map((row) => row.map((cell) => field(text(cell))).join(',') + '\r\n').join('');
}

function field(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** As Excel shows it in England. */
function text(cell: SyntheticCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/');
  return String(typeof cell === 'object' ? (cell.result ?? '') : cell);
}
