import { readFile } from 'node:fs/promises';
import { readScorecard, type ScorecardOptions } from './read-scorecard.js';
import type { Refusal } from './refusal.js';
import type { Scorecard } from './scorecard.js';

export const ON = '2023-03-31';

/** The scorecard of a council for March 2023: 17 measures, of which 14 have targets. */
export const SCORECARD_2023_03 = 'scorecard-2023-03.tsv';
/** The yearly measures of a council up to March 2024: 37 measures without targets. */
export const YEARS_2024_03 = 'years-2024-03.tsv';

/** A table that was published, byte for byte. */
export const publishedTable = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../fixtures/${name}`, import.meta.url)));

/** A csv with these lines; values are joined by commas as they are given. */
export const csvOf = (...lines: readonly (readonly (string | number)[])[]): Uint8Array =>
  new Uint8Array(Buffer.from(lines.map((line) => line.join(',')).join('\n')));

/** A scorecard that must be readable. */
export async function scorecardOf(
  file: Uint8Array,
  options: Partial<ScorecardOptions> = {},
): Promise<Scorecard> {
  const reading = await readScorecard(file, { fileName: 'scorecard.csv', on: ON, ...options });
  if (!reading.ok) throw new Error(`${reading.refusal.code}: ${reading.refusal.message}`);
  return reading.scorecard;
}

/** Why a file is refused that must be. */
export async function refusalOf(file: Uint8Array, options: Partial<ScorecardOptions> = {}): Promise<Refusal> {
  const reading = await readScorecard(file, { fileName: 'scorecard.csv', on: ON, ...options });
  if (reading.ok) throw new Error('The file was read.');
  return reading.refusal;
}

/** `code@row`, and the column where it is about one, of everything that was excluded or warned of. */
export function linesOf({ report }: Scorecard): { excluded: string[]; warnings: string[] } {
  const told = ({ code, row, column }: { code: string; row: number; column: string | null }): string =>
    `${code}@${column ?? ''}${row}`;
  return { excluded: report.excluded.map(told), warnings: report.warnings.map(told) };
}
