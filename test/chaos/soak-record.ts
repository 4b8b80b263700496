import { appendFile } from 'node:fs/promises';

/** What became of all rounds of one programme. */
export interface Tally {
  readonly name: string;
  readonly rounds: number;
  readonly sound: number;
  readonly did: Readonly<Record<string, number>>;
}

export const inWords = (did: Tally['did']): string =>
  Object.entries(did)
    .map(([what, times]) => `${times.toLocaleString('en-GB')} ${what}`)
    .join(', ');

const FILE = new URL('../../../docs/soak.md', import.meta.url);

/** Appends a dated row for each programme to the table at the end of docs/soak.md. Run from dist. */
export async function recordSoak(now: Date, seed: number, tallies: readonly Tally[]): Promise<void> {
  const date = now.toISOString().slice(0, 10);
  const rows = tallies.map(
    ({ name, rounds, sound, did }) =>
      `| ${date} | ${seed} | ${name} | ${sound} of ${rounds} | ${inWords(did)} |\n`,
  );
  await appendFile(FILE, rows.join(''));
}
