import { openFile as open, type Limits } from '#spreadsheet';
import { refuse } from '../refusal.js';
import { isCsv, openCsv, openZippedCsv } from './open-csv.js';
import type { OpenedFile } from './opened-file.js';

/** Opens a file of lists, whatever its name says, or refuses it. */
export async function openFile(bytes: Uint8Array, fileName: string, limits: Limits): Promise<OpenedFile> {
  const opened = await open(bytes, fileName, limits);
  if (opened.kind === 'workbook') return { ...opened, format: 'workbook' };
  if (opened.kind === 'zip') return openZippedCsv(opened.zip, limits);
  if (isCsv(fileName)) return openCsv(opened.bytes, fileName, limits);
  return refuse(
    'not-a-workbook',
    'The lists are neither an Excel workbook nor csv. Save them as an Excel workbook (.xlsx) and import that.',
  );
}
