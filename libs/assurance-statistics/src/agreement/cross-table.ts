import { requireCount } from '../require-argument.js';
import { sumOf } from '../sum-of.js';
import { GRADE_CODES, requireScale } from './scale.js';

/** Counts of pairs: a row for each category of the first rater (the auditor), a column for each of the second (the moderator). */
export type CrossTable = readonly (readonly number[])[];

export interface CrossTabulated {
  readonly table: CrossTable;
  /** Pairs with both sides rated: those in the table. */
  readonly n: number;
  /** Pairs that are not in the table, by which side is not rated. */
  readonly dropped: { readonly first: number; readonly second: number; readonly both: number };
}

/**
 * Counts pairs of ratings into a table of the whole scale, and says how many pairs have a side missing.
 *
 * @param pairs codes of the scale, null for not rated; any other code throws RangeError
 */
export function crossTabulate(
  pairs: readonly (readonly [first: number | null, second: number | null])[],
  scale: readonly number[] = GRADE_CODES,
): CrossTabulated {
  requireScale(scale);
  pairs.forEach((pair, at) =>
    pair.forEach((code) => {
      if (code !== null && !scale.includes(code))
        throw new RangeError(`pairs[${at}] must hold codes of the scale or null, not ${code}`);
    }),
  );
  const count = (first: number | null, second: number | null): number =>
    pairs.filter((pair) => pair[0] === first && pair[1] === second).length;
  const missing = (first: boolean, second: boolean): number =>
    pairs.filter((pair) => (pair[0] === null) === first && (pair[1] === null) === second).length;
  return {
    table: scale.map((first) => scale.map((second) => count(first, second))),
    n: missing(false, false),
    dropped: { first: missing(true, false), second: missing(false, true), both: missing(true, true) },
  };
}

/** @throws RangeError unless the table has a row and a column of whole counts for each category of the scale */
export function requireCrossTable(table: CrossTable, scale: readonly number[]): void {
  requireScale(scale);
  const q = scale.length;
  if (table.length !== q || table.some((row) => row.length !== q)) {
    throw new RangeError(`table must have ${q} rows and ${q} columns, one for each category of the scale`);
  }
  table.forEach((row, i) => row.forEach((count, j) => requireCount(`table[${i}][${j}]`, count)));
}

/** The sum over all cells of what a function gives for the count and its place. */
export function sumOfCells(
  table: CrossTable,
  term: (count: number, row: number, column: number) => number,
): number {
  return sumOf(table, (counts, row) => sumOf(counts, (count, column) => term(count, row, column)));
}
