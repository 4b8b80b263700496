import type { Figure } from '../figure.js';
import { requireCrossTable, sumOfCells, type CrossTable } from './cross-table.js';
import { GRADE_CODES } from './scale.js';

/** The share of pairs in the same category, from 0 to 1, with the counts that it is made of. */
export type PercentAgreement = Figure<number, 'no-pairs'> & {
  readonly n: number;
  readonly agreed: number;
  /** Pairs no more than one category apart, those that agree among them. */
  readonly withinOne: number;
  readonly withinOneShare: number | null;
};

/**
 * How often two raters chose the same category, and how often they were at most one apart. Says nothing of how much of
 * that is chance.
 *
 * @param table pairs with both sides rated, by the places of the scale; no figure where it is empty
 */
export function percentAgreement(
  table: CrossTable,
  scale: readonly number[] = GRADE_CODES,
): PercentAgreement {
  requireCrossTable(table, scale);
  const pairs = (apart: number): number =>
    sumOfCells(table, (count, row, column) => (Math.abs(row - column) <= apart ? count : 0));
  const [agreed, withinOne, n] = [pairs(0), pairs(1), pairs(scale.length)];
  return n === 0
    ? { value: null, reason: 'no-pairs', n, agreed, withinOne, withinOneShare: null }
    : { value: agreed / n, n, agreed, withinOne, withinOneShare: withinOne / n };
}
