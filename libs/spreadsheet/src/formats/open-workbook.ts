import type { Limits } from '../limits.js';
import { NO_STYLES, readNumberStyles } from './number-styles.js';
import { readSharedStrings } from './shared-strings.js';
import type { IgnoredKind, Sheet } from './sheet.js';
import { findWorkbookParts } from './workbook-parts.js';
import { readWorksheet, type Percentages, type WorkbookContext } from './worksheet.js';
import type { ZipArchive } from './zip-archive.js';

export interface Workbook {
  readonly sheets: AsyncIterable<Sheet>;
  readonly ignoredParts: readonly { readonly part: string; readonly what: IgnoredKind }[];
}

/** Opens an Excel workbook (.xlsx or .xlsm). Macros and links stay where they are, and are named. */
export function openWorkbook(zip: ZipArchive, limits: Limits, percentages: Percentages): Workbook {
  const ignoredParts = zip.names.flatMap((part) => {
    const what = ignoredKind(part);
    return what ? [{ part, what }] : [];
  });
  return { sheets: sheetsOf(zip, limits, percentages), ignoredParts };
}

async function* sheetsOf(zip: ZipArchive, limits: Limits, percentages: Percentages): AsyncGenerator<Sheet> {
  const parts = await findWorkbookParts(zip);
  const context: WorkbookContext = {
    sharedStrings: parts.sharedStrings ? await readSharedStrings(zip.read(parts.sharedStrings), limits) : [],
    styles: parts.styles ? await readNumberStyles(zip.read(parts.styles)) : NO_STYLES,
    dates1904: parts.dates1904,
    limits,
    percentages,
  };
  for (const { name, part } of parts.sheets) {
    yield { name, dates1904: parts.dates1904, rows: () => readWorksheet(zip.read(part), context) };
  }
}

function ignoredKind(part: string): IgnoredKind | null {
  if (/vbaProject\.bin$|\/macrosheets\//i.test(part)) return 'macros';
  if (/\/externalLinks\/[^/]+\.xml$/i.test(part)) return 'external link';
  if (/\/connections\.xml$|\/queryTables\//i.test(part)) return 'data connection';
  if (/\/(embeddings|activeX)\/[^/]+$/i.test(part)) return 'embedded object';
  return null;
}
