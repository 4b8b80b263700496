export { isIsoDate, readDate, type DateReading } from './cells/calendar-date.js';
export {
  formulaWithoutValue,
  isFormulaError,
  isFormulaWithoutValue,
  isWritten,
  textOf,
  type Cell,
} from './cells/cell.js';
export { readCsvRows, type Separator } from './formats/csv-rows.js';
export { openFile, type OpenedFile } from './formats/open-file.js';
export type { IgnoredKind, Sheet, SheetRow } from './formats/sheet.js';
export type { ZipArchive } from './formats/zip-archive.js';
export { limits, type Limits } from './limits.js';
export { RefusedFile, type FileRefusal } from './refusal.js';
