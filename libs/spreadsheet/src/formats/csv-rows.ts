import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Cell } from '../cells/cell.js';
import { refuse } from '../refusal.js';
import type { SheetRow } from './sheet.js';

const batchSize = 500;

/** What stands between two values. */
export type Separator = ',' | ';' | '\t';

/**
 * The rows of one csv, in UTF-8 (with or without byte order mark) or, when it is not valid UTF-8, in Windows-1252, which is what
 * Excel writes in England. Everything is text; `="00123"`, Excel's way to keep zeros, is the text inside.
 */
export async function* readCsvRows(
  bytes: Uint8Array,
  name: string,
  separator: Separator = ',',
): AsyncGenerator<readonly SheetRow[]> {
  const parser = Readable.from(pieces(decode(bytes))).pipe(
    parse({
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    }),
  );
  let rows: SheetRow[] = [];
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      const cells = record.map(cellOf);
      if (cells.some((cell) => cell !== null)) rows.push({ number, cells });
      if (rows.length < batchSize) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refuse(
      'csv-damaged',
      `${name} cannot be read after row ${number}: a quotation mark is opened and never closed, or a row is far too long. Open it in Excel, save it again as CSV UTF-8, and import that.`,
    );
  }
  if (rows.length > 0) yield rows;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function* pieces(text: string): Generator<string> {
  const size = 256 * 1024;
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

function cellOf(text: string): Cell {
  const quoted = /^="([^"]*)"$/.exec(text.trim())?.[1] ?? text;
  return quoted.trim() === '' ? null : quoted;
}
