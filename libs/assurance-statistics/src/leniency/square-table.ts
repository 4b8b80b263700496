import { requireCount } from '../require-argument.js';
import { total } from '../sum-of.js';

/**
 * Pairs of grades counted: rows are the auditor's, columns the moderator's, both in scale order. Throws RangeError when
 * it is not square or holds anything but counts.
 *
 * @returns how many pairs it holds
 */
export function requireSquareTable(table: readonly (readonly number[])[]): number {
  table.forEach((row, i) => {
    if (row.length !== table.length)
      throw new RangeError(
        `table must have as many columns as rows (${table.length}), not ${row.length} in row ${i}`,
      );
    row.forEach((count, j) => requireCount(`table[${i}][${j}]`, count));
  });
  return total(table.flat());
}

/** The count in a row and a column that the table has. */
export const countAt = (table: readonly (readonly number[])[], row: number, column: number): number =>
  table[row]?.[column] ?? 0;
