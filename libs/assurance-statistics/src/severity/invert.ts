/**
 * The inverse of a square matrix, by elimination with the largest pivot; null where the matrix has none that the
 * machine's numbers could hold.
 */
export function invert(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const largest = Math.max(...matrix.flat().map(Math.abs));
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? 1 : 0))]);
  for (let step = 0; step < size; step += 1) {
    const below = rows.slice(step);
    const pivotRow = below.reduce((best, row) =>
      entry(row, step) ** 2 > entry(best, step) ** 2 ? row : best,
    );
    const pivot = entry(pivotRow, step);
    if (Math.abs(pivot) <= largest * size * Number.EPSILON) return null;
    rows.splice(rows.indexOf(pivotRow), 1);
    const scaled = pivotRow.map((value) => value / pivot);
    rows.forEach((row, at) => {
      const times = entry(row, step);
      rows[at] = row.map((value, column) => value - times * entry(scaled, column));
    });
    rows.splice(step, 0, scaled);
  }
  return rows.map((row) => row.slice(size));
}

function entry(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
