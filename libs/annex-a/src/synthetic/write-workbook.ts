import ExcelJS from 'exceljs';
import type { SyntheticCell, SyntheticWorkbook } from './synthetic-workbook.js';

/** Writes an Excel workbook (.xlsx) with a sheet per list; dates in the 1904 system on request. */
export async function writeWorkbook(
  { sheets }: Pick<SyntheticWorkbook, 'sheets'>,
  options: { readonly dates1904?: boolean } = {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = options.dates1904 ?? false;
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row.map(cellValue));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function cellValue(cell: SyntheticCell): ExcelJS.CellValue {
  if (cell === null || typeof cell !== 'object' || cell instanceof Date) return cell;
  return cell.result === undefined
    ? { formula: cell.formula }
    : { formula: cell.formula, result: cell.result };
}
