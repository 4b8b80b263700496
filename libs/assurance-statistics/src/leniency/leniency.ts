import cdf from '@stdlib/stats-base-dists-binomial-cdf';
import type { Figure } from '../figure.js';
import { countAt, requireSquareTable } from './square-table.js';

export interface Leniency {
  /** Pairs compared, those that agree included. */
  readonly n: number;
  /** Pairs in which the row (auditor) gave the better grade, which has the lower code. */
  readonly rowBetter: number;
  readonly rowWorse: number;
  /** Two-sided exact sign test of "better as often as worse"; 1 when no pair differs. */
  readonly pExact: number;
  /** Mean of moderator's less auditor's code, in grades: above 0 the auditor is the kinder of the two. */
  readonly meanShift: number;
}

/**
 * Which way an auditor errs, and by how much, for numbers too small for a test of whole margins: the exact sign test
 * over pairs that differ (Arbuthnott 1710; Conover 1999, 3.4), and the mean shift.
 *
 * @param table rows auditor, columns moderator, in scale order, the best grade first and neighbours one apart
 * @returns no figure when there is no pair at all
 */
export function leniency(table: readonly (readonly number[])[]): Figure<Leniency, 'no-pairs'> {
  const n = requireSquareTable(table);
  if (n === 0) return { value: null, reason: 'no-pairs' };

  let [rowBetter, rowWorse, shift] = [0, 0, 0];
  for (let row = 0; row < table.length; row += 1)
    for (let column = 0; column < table.length; column += 1) {
      const count = countAt(table, row, column);
      if (row < column) rowBetter += count;
      if (row > column) rowWorse += count;
      shift += count * (column - row);
    }
  const rarer = Math.min(rowBetter, rowWorse);
  const pExact = Math.min(1, 2 * cdf(rarer, rowBetter + rowWorse, 0.5));
  return { value: { n, rowBetter, rowWorse, pExact, meanShift: shift / n } };
}
