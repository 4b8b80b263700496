/**
 * Solves A x = b for a symmetric positive definite A, by elimination with the largest pivot.
 *
 * @param matrix A, as many rows as columns
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const entry = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < rows.length; pivot += 1) {
    let largest = pivot;
    for (let row = pivot + 1; row < rows.length; row += 1)
      if (Math.abs(entry(row, pivot)) > Math.abs(entry(largest, pivot))) largest = row;
    [rows[pivot], rows[largest]] = [rows[largest] ?? [], rows[pivot] ?? []];
    for (let row = 0; row < rows.length; row += 1) {
      if (row === pivot) continue;
      const factor = entry(row, pivot) / entry(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * entry(pivot, column));
    }
  }
  return rows.map((_, at) => entry(at, rows.length) / entry(at, at));
}
