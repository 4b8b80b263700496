import cdf from '@stdlib/stats-base-dists-chisquare-cdf';
import type { Figure } from '../figure.js';
import { solve } from './solve.js';
import { countAt, requireSquareTable } from './square-table.js';

export interface MarginalHomogeneity {
  /** Stuart-Maxwell chi-squared; 0 when the two margins are the same. */
  readonly statistic: number;
  /** How many differences of the margins can vary freely. */
  readonly df: number;
  /** The chance of a statistic at least so large if both graded alike on the whole. */
  readonly p: number;
  /** Grades on which the two differed at all. */
  readonly categoriesTested: number;
  /** Bhapkar's statistic, which rejects sooner; no figure when all pairs lie one way (`all-one-way`). */
  readonly bhapkar: Figure<number, 'all-one-way'>;
  /** False when no pair differs: then there was nothing to test. */
  readonly disagreement: boolean;
}

/**
 * Whether two people use the grades equally often (Stuart 1955, Maxwell 1970; Bhapkar 1966): d' S^- d for the
 * differences d of the margins and their covariance S. A category is left out only when nobody differed on it.
 *
 * S is the Laplacian of the graph whose edges are the disagreements. So its rank, the degrees of freedom, is the number
 * of categories less the number of parts that the graph falls into, which is counted and not guessed from rounded
 * numbers; and the pseudo-inverse is had by leaving one category of each part out.
 *
 * @param table rows auditor, columns moderator, in scale order
 * @returns no figure when there is no pair at all
 */
export function marginalHomogeneity(
  table: readonly (readonly number[])[],
): Figure<MarginalHomogeneity, 'no-pairs'> {
  const n = requireSquareTable(table);
  if (n === 0) return { value: null, reason: 'no-pairs' };

  const parts = partsOf(table).filter((part) => part.length > 1);
  const categoriesTested = parts.flat().length;
  const df = categoriesTested - parts.length;
  const statistic = parts.reduce((sum, part) => sum + distance(table, part.slice(1)), 0);
  return {
    value: {
      statistic,
      df,
      p: df === 0 ? 1 : 1 - cdf(statistic, df),
      categoriesTested,
      bhapkar: bhapkar(statistic, n),
      disagreement: df > 0,
    },
  };
}

/** Statistic and n agree to the last bit only when nobody agreed and everybody erred to the same side. */
const ROUNDING = 1e-9;

function bhapkar(statistic: number, n: number): Figure<number, 'all-one-way'> {
  const left = 1 - statistic / n;
  return left > ROUNDING ? { value: statistic / left } : { value: null, reason: 'all-one-way' };
}

/** The categories, grouped so that two of one group are joined by disagreements and two of different groups are not. */
function partsOf(table: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const part = table.map((_, index) => index);
  for (let i = 0; i < table.length; i += 1)
    for (let j = 0; j < i; j += 1)
      if (countAt(table, i, j) + countAt(table, j, i) > 0) {
        const [joined, kept] = [part[i], part[j]];
        part.forEach((of, index) => {
          if (of === joined && kept !== undefined) part[index] = kept;
        });
      }
  return [...new Set(part)].map((of) => table.flatMap((_, index) => (part[index] === of ? [index] : [])));
}

/** d' S^-1 d over some categories. */
function distance(table: readonly (readonly number[])[], categories: readonly number[]): number {
  const differing = (i: number, j: number): number => countAt(table, i, j) + countAt(table, j, i);
  const total = (of: (j: number) => number): number => table.reduce((sum, _, j) => sum + of(j), 0);
  const d = categories.map((i) => total((j) => countAt(table, i, j) - countAt(table, j, i)));
  const covariance = categories.map((i) =>
    categories.map((j) => (i === j ? total((k) => (k === i ? 0 : differing(i, k))) : -differing(i, j))),
  );
  return solve(covariance, d).reduce((sum, x, at) => sum + x * (d[at] ?? 0), 0);
}
