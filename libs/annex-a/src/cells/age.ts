import { textOf, type Cell } from '#spreadsheet';

export type Age = 'blank' | 'unborn' | 'whole' | 'not-whole' | 'unreadable';

/** What an age cell says. An unborn child is written -1, and some authorities write the word. */
export function readAge(cell: Cell | undefined): Age {
  const text = textOf(cell);
  if (text === null) return 'blank';
  if (/^unborn$/i.test(text)) return 'unborn';
  const age = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (age === -1) return 'unborn';
  if (!(age >= 0 && age < 120)) return 'unreadable';
  return Number.isInteger(age) ? 'whole' : 'not-whole';
}

/** Full years as written; null where the cell holds no age of somebody who is born. */
export function writtenYears(cell: Cell | undefined): number | null {
  const age = readAge(cell);
  return age === 'whole' || age === 'not-whole' ? Math.floor(Number(textOf(cell))) : null;
}
