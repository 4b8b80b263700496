import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readAnnexA, type AnnexAOptions } from './read-annex-a.js';
import type { Population } from './population.js';
import type { Refusal } from './refusal.js';
import type { SyntheticCell } from './synthetic/synthetic-workbook.js';
import { writeWorkbook } from './synthetic/write-workbook.js';
import { columnsOf } from './template/template.js';

export type Cells = Readonly<Record<string, SyntheticCell>>;

export const asAt = '2024-03-31';

/** A row that raises no warning, of a child born in 2015, with what the test says on top. */
const quiet: Cells = { 'Date of Birth': new Date('2015-05-05T00:00:00Z'), 'Age of Child (Years)': 8 };

/** The sheet of one list: its headings, and below them the rows. */
export function listOf(list: number, rows: readonly Cells[]): SyntheticCell[][] {
  const headings = columnsOf(list).map(({ heading }) => heading);
  const known = { 'Allocated Team': 'North', 'Allocated Worker': 'Ann Ash', ...quiet };
  return [headings, ...rows.map((row) => headings.map((heading) => ({ ...known, ...row })[heading] ?? null))];
}

/** A workbook with the given sheets, by name. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly SyntheticCell[])[]>>,
  options: { readonly dates1904?: boolean } = {},
): Promise<Uint8Array> {
  const named = Object.entries(sheets).map(([name, rows]) => ({ list: null, name, rows }));
  return writeWorkbook({ sheets: named }, options);
}

/** A zip with the given parts, by name. */
export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** The population of a file that must be readable. */
export async function populationOf(
  file: Uint8Array,
  options: Partial<AnnexAOptions> = {},
): Promise<Population> {
  const reading = await readAnnexA(file, { fileName: 'lists.xlsx', asAt, ...options });
  if (!reading.ok) throw new Error(`${reading.refusal.code}: ${reading.refusal.message}`);
  return reading.population;
}

/** Why a file is refused that must be. */
export async function refusalOf(file: Uint8Array, options: Partial<AnnexAOptions> = {}): Promise<Refusal> {
  const reading = await readAnnexA(file, { fileName: 'lists.xlsx', asAt, ...options });
  if (reading.ok) throw new Error('The file was read.');
  return reading.refusal;
}

/** `code@row` of every warning, as a test can list them. */
export function warningsOf({ report }: Population): string[] {
  return report.warnings.map(({ code, row }) => `${code}@${row}`);
}

/** `child: cohort` of every child. */
export function cohortsOf({ children }: Population): string[] {
  return children.map(({ child, cohort }) => `${child}: ${cohort}`);
}

/**
 * The parts of a workbook of one sheet, as XML, for what the writer of workbooks never writes. Give the inside of
 * sheetData; replace or add parts as the test needs.
 */
export function workbookParts(sheetData: string, sheetName = 'List_7'): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (inside: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="r2" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
        `<Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"/>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"/>`,
  };
}

/** The heading row of a list as XML of a sheet. */
export function headingXml(list: number): string {
  const cell = ({ heading }: { readonly heading: string }): string =>
    `<c t="inlineStr"><is><t>${heading}</t></is></c>`;
  return `<row r="1">${columnsOf(list).map(cell).join('')}</row>`;
}
