import cdf from '@stdlib/stats-base-dists-chisquare-cdf';
import type { Figure } from '../figure.js';
import { sumOf, total } from '../sum-of.js';

export interface CochranQ {
  readonly statistic: number;
  /** Raters less one. */
  readonly df: number;
  /** The chance of a statistic at least so large if all raters said yes equally often. */
  readonly p: number;
}

/**
 * Whether several raters say yes ("Good or better") equally often about the same cases (Cochran 1950):
 * (k-1) [k sum C_j^2 - N^2] / [k N - sum R_i^2], with the yeses C_j of each rater, R_i of each case and N of all.
 *
 * @param answers one row for each case, one column for each rater, 1 for yes and 0 for no; every rater answered
 * @returns no figure for no case (`n=0`), nor when every case had all its raters of one mind
 *   (`no-within-case-variation`)
 */
export function cochranQ(
  answers: readonly (readonly (0 | 1)[])[],
): Figure<CochranQ, 'n=0' | 'no-within-case-variation'> {
  const [first] = answers;
  if (first === undefined) return { value: null, reason: 'n=0' };
  const raters = first.length;
  answers.forEach((row, at) => {
    if (row.length !== raters)
      throw new RangeError(`answers[${at}] must hold one answer of each of the ${raters} raters`);
  });

  const byCase = answers.map((row) => total(row));
  const byRater = first.map((_, rater) => sumOf(answers, (row) => row[rater] ?? 0));
  const yeses = total(byCase);
  const within = raters * yeses - sumOf(byCase, (count) => count ** 2);
  if (within === 0) return { value: null, reason: 'no-within-case-variation' };

  const between = raters * sumOf(byRater, (count) => count ** 2) - yeses ** 2;
  const df = raters - 1;
  const statistic = (df * between) / within;
  return { value: { statistic, df, p: 1 - cdf(statistic, df) } };
}
