/** A formula that came without the value it last had. It is never evaluated: it reads as empty, with a warning. */
export const formulaWithoutValue: unique symbol = Symbol('formula without value');

/**
 * What a cell holds: text, a number, or nothing. A real date has already become ISO text (YYYY-MM-DD), since only the
 * reader of the workbook knows its date system and styles.
 */
export type Cell = string | number | typeof formulaWithoutValue | null;

const debris = new Set(['#n/a', 'n/a', '-', '--', '\u2013', '\u2014', 'null', '']);
const excelError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i;

/** Whether a formula came to nothing: `#DIV/0!` and its like. `#N/A` is what many write for no value, and says no more. */
export const isFormulaError = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && excelError.test(cell.trim()) && !debris.has(cell.trim().toLowerCase());

/** The text of a cell, with every run of white space (also non-breaking) as one space; null when it says nothing. */
export function textOf(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined || cell === formulaWithoutValue) return null;
  const text = String(cell)
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
  return debris.has(text.toLowerCase()) || excelError.test(text) || text.startsWith('=') ? null : text;
}

/** Text that starts with an equals sign is a formula that somebody else's program wrote as text. */
export function isFormulaWithoutValue(cell: Cell | undefined): boolean {
  return cell === formulaWithoutValue || (typeof cell === 'string' && cell.trimStart().startsWith('='));
}

/** Whether a person would see anything at all in the cell; debris counts, so a row of it is still a row. */
export function isWritten(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return false;
  return typeof cell !== 'string' || cell.trim() !== '';
}
