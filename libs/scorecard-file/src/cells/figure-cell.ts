import { printedFigure } from '#audit-cycle';
import { isFormulaError, isFormulaWithoutValue, textOf, type Cell } from '#spreadsheet';

/** What a cell of figures says. */
export type FigureCell =
  | { readonly kind: 'blank' }
  /** Digits, with a per cent sign where one is written. */
  | { readonly kind: 'figure'; readonly printed: string }
  | { readonly kind: 'fault'; readonly code: 'formula-without-value' | 'formula-error' | 'not-a-figure' };

const MOST_DECIMALS = 6;

/** Reads a figure: digits with or without thousands apart, a point, a per cent sign. Nothing is worked out, and no sign is understood. */
export function readFigure(cell: Cell | undefined): FigureCell {
  if (isFormulaWithoutValue(cell)) return { kind: 'fault', code: 'formula-without-value' };
  if (isFormulaError(cell)) return { kind: 'fault', code: 'formula-error' };
  const text = typeof cell === 'number' ? numberText(cell) : textOf(cell);
  if (text === null) return { kind: 'blank' };
  const digits = printedFigure(text, 'percent');
  if (digits === null) return { kind: 'fault', code: 'not-a-figure' };
  return { kind: 'figure', printed: text.endsWith('%') ? `${digits}%` : digits };
}

/** A count: a whole number, also where it is written with zeros behind a point. Null for any other figure. */
export function countOf(printed: string): number | null {
  const [, whole] = /^(\d+)(?:\.0+)?$/.exec(printed) ?? [];
  return whole === undefined ? null : Number(whole);
}

/** Without the noise of a float: what is beyond twelve digits, or six decimals, is nobody's figure. */
const numberText = (number: number): string => {
  const exact = Number(number.toPrecision(12));
  return Number.isInteger(exact)
    ? String(exact)
    : exact.toFixed(MOST_DECIMALS).replace(/0+$/, '').replace(/\.$/, '');
};
