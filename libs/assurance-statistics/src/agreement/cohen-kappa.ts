import type { Figure } from '../figure.js';
import { twoSidedZ } from '../two-sided-z.js';
import { requireCrossTable, sumOfCells, type CrossTable } from './cross-table.js';
import { GRADE_CODES } from './scale.js';
import { wholeWeights, type Weights } from './weights.js';

/** 1 is full agreement, 0 what chance would give, below 0 less than chance. */
export type CohenKappa = Figure<number, 'no-pairs' | 'no-variation'> & {
  /** Pairs with both sides rated. */
  readonly n: number;
  readonly observedAgreement: number | null;
  readonly chanceAgreement: number | null;
  /** Of Fleiss, Cohen and Everitt (1969): the one that an interval is made of. */
  readonly standardError: number | null;
  /** If there were no agreement beyond chance: for a test of that, never for an interval. */
  readonly standardErrorByChance: number | null;
  /** value -/+ z x standard error; may reach beyond 1. `degenerate-se`: the standard error is 0, which promises too much. */
  readonly interval: Figure<
    readonly [lower: number, upper: number],
    'no-pairs' | 'no-variation' | 'degenerate-se'
  >;
};

/**
 * How far two fixed raters agree beyond chance (Cohen 1960; weighted, Cohen 1968). Where nearly every pair is in one
 * category kappa is near 0 however often they agree: show percent agreement and Gwet's coefficient beside it.
 *
 * All sums are of whole numbers without rounding, so a standard error of 0 is found as exactly 0.
 *
 * @param table pairs with both sides rated, by the places of the scale. `no-pairs`: it is empty. `no-variation`: both
 *   raters used one and the same category alone, and 0/0 is no figure
 */
export function cohenKappa(
  table: CrossTable,
  weights: Weights = 'none',
  scale: readonly number[] = GRADE_CODES,
  confidence = 0.95,
): CohenKappa {
  requireCrossTable(table, scale);
  const z = twoSidedZ(confidence);
  const n = sumOfCells(table, (count) => count);
  const sums = exactSums(table, weights, n);
  const { observed, byChance, full, toFull, beyondChance } = sums;
  if (toFull === 0n) {
    const reason = n === 0 ? 'no-pairs' : 'no-variation';
    const agreement = n === 0 ? null : 1;
    return {
      ...{ value: null, reason, n, observedAgreement: agreement, chanceAgreement: agreement },
      ...{ standardError: null, standardErrorByChance: null, interval: { value: null, reason } },
    };
  }
  const value = ratio(beyondChance, toFull);
  const { standardError, standardErrorByChance } = standardErrors(sums);
  return {
    ...{ value, n, observedAgreement: ratio(observed, full), chanceAgreement: ratio(byChance, full) },
    ...{ standardError, standardErrorByChance },
    interval:
      standardError === 0
        ? { value: null, reason: 'degenerate-se' }
        : { value: [value - z * standardError, value + z * standardError] },
  };
}

interface Cell {
  readonly count: bigint;
  /** Product of the two margins: n^2 times what chance would put here. */
  readonly margins: bigint;
  readonly weight: bigint;
  /** The mean weights of the cell's row and of its column, added, times n and the weights' denominator. */
  readonly meanWeights: bigint;
}

/** Agreements as whole numbers: each is `full` times the share that it stands for. */
interface ExactSums {
  readonly cells: readonly Cell[];
  readonly n: bigint;
  readonly full: bigint;
  readonly observed: bigint;
  readonly byChance: bigint;
  readonly toFull: bigint;
  readonly beyondChance: bigint;
}

function exactSums(table: CrossTable, weights: Weights, pairs: number): ExactSums {
  const { numerator, denominator } = wholeWeights(weights, table.length);
  const weight = (row: number, column: number): bigint => BigInt(numerator(row, column));
  const rows = table.map((counts) => total(counts.map(BigInt)));
  const columns = table.map((_, column) => total(table.map((counts) => BigInt(counts[column] ?? 0))));
  const rowMeans = rows.map((_, row) => total(columns.map((count, column) => weight(row, column) * count)));
  const columnMeans = columns.map((_, column) =>
    total(rows.map((count, row) => weight(row, column) * count)),
  );
  const cells = table.flatMap((counts, row) =>
    counts.map((count, column) => ({
      count: BigInt(count),
      margins: (rows[row] ?? 0n) * (columns[column] ?? 0n),
      weight: weight(row, column),
      meanWeights: (rowMeans[row] ?? 0n) + (columnMeans[column] ?? 0n),
    })),
  );
  const n = BigInt(pairs);
  const full = BigInt(denominator) * n * n;
  const observed = n * total(cells.map((cell) => cell.weight * cell.count));
  const byChance = total(cells.map((cell) => cell.weight * cell.margins));
  return { cells, n, full, observed, byChance, toFull: full - byChance, beyondChance: observed - byChance };
}

function standardErrors({
  cells,
  n,
  full,
  observed,
  byChance,
  toFull,
  beyondChance,
}: ExactSums): Record<'standardError' | 'standardErrorByChance', number> {
  const short = full - observed;
  const squares = total(
    cells.map((cell) => cell.count * (cell.weight * n * toFull - cell.meanWeights * short) ** 2n),
  );
  const mean = beyondChance * full - byChance * short;
  const squaresByChance = total(
    cells.map((cell) => cell.margins * (cell.weight * n - cell.meanWeights) ** 2n),
  );
  return {
    standardError: Math.sqrt(ratio(n * squares - mean ** 2n, n * toFull ** 4n)),
    standardErrorByChance: Math.sqrt(ratio(squaresByChance - byChance ** 2n, n * toFull ** 2n)),
  };
}

function total(numbers: readonly bigint[]): bigint {
  return numbers.reduce((sum, number) => sum + number, 0n);
}

function ratio(numerator: bigint, denominator: bigint): number {
  return Number(numerator) / Number(denominator);
}
