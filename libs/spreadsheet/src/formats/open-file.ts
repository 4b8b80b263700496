import type { Limits } from '../limits.js';
import { refuse } from '../refusal.js';
import { openWorkbook, type Workbook } from './open-workbook.js';
import type { Percentages } from './worksheet.js';
import { ZipArchive } from './zip-archive.js';

export type OpenedFile =
  | ({ readonly kind: 'workbook' } & Workbook)
  /** A zip with files of text in it. */
  | { readonly kind: 'zip'; readonly zip: ZipArchive }
  | { readonly kind: 'text'; readonly bytes: Uint8Array };

/** Tells by its bytes what a file is, whatever its name says, and opens it or refuses it. `name` only tells a csv from other text. */
export async function openFile(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
  percentages: Percentages = 'as-numbers',
): Promise<OpenedFile> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) refuse('file-empty', 'The file is empty. Export it again and import that.');
  if (file.length > limits.fileBytes) {
    refuse(
      'too-large',
      `The file is larger than ${Math.round(limits.fileBytes / 1024 / 1024)} MB. Copy what is to be imported into a workbook of its own and import that.`,
    );
  }
  if (startsWith(file, 'd0cf11e0a1b11ae1')) refuseOldOffice(file);
  if (startsWith(file, '504b0304') || startsWith(file, '504b0506')) {
    return openZip(file, limits, percentages);
  }
  if (isText(name) && !file.includes(0)) return { kind: 'text', bytes: file };
  return refuse(
    'not-a-workbook',
    'The file is not an Excel workbook, a csv or a zip of csv files. Save it as an Excel workbook (.xlsx) and import that.',
  );
}

/** Whether a name says that there are rows of text in it: values between commas or between tabs. */
export const isText = (name: string): boolean => /\.(csv|tsv)$/i.test(name);

async function openZip(file: Buffer, limits: Limits, percentages: Percentages): Promise<OpenedFile> {
  const zip = await ZipArchive.open(file, limits);
  if (zip.names.some((name) => /^xl\/workbook[^/]*\.bin$/i.test(name))) {
    refuse(
      'binary-workbook',
      'The file is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) and import that.',
    );
  }
  if (zip.names.some((name) => /^xl\/.*\.xml$/i.test(name))) {
    return { kind: 'workbook', ...openWorkbook(zip, limits, percentages) };
  }
  if (zip.has('mimetype') && zip.has('content.xml')) {
    refuse(
      'open-document-workbook',
      'The file is an OpenDocument spreadsheet (.ods). Save it as an Excel workbook (.xlsx) and import that.',
    );
  }
  if (zip.names.some(isText)) return { kind: 'zip', zip };
  return refuse(
    'not-a-workbook',
    'The zip holds neither an Excel workbook nor csv files. Save it as an Excel workbook (.xlsx), or zip the csv files, and import that.',
  );
}

/** An encrypted workbook lies in the same container as an old one ([MS-OFFCRYPTO] 2.3.4.4 names its stream). */
function refuseOldOffice(file: Buffer): never {
  if (file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    refuse(
      'encrypted-workbook',
      'The workbook is protected by a password. Save a copy without one and import that.',
    );
  }
  refuse(
    'old-excel-workbook',
    'The file is in the old format of Excel (.xls). Save it as an Excel workbook (.xlsx) and import that.',
  );
}

function startsWith(file: Buffer, hex: string): boolean {
  return file.subarray(0, hex.length / 2).toString('hex') === hex;
}
