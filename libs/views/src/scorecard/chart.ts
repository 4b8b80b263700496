import { runChart, xmrChart, type PointMark } from '#assurance-statistics';
import { threeDecimals } from '../decimals.js';

/** From so many points in a row on the limits of a chart of single values say something. */
const FEWEST_FOR_LIMITS = 12;

/**
 * The numbers of the chart of an unbroken line: single values and moving ranges from twelve points on, and a run chart with its
 * median below that. To three decimals, in the unit of the measure.
 */
export type MeasureChart =
  | {
      readonly kind: 'xmr';
      readonly n: number;
      readonly mean: number;
      readonly upper: number;
      readonly lower: number;
      readonly meanMovingRange: number;
      /** What each point is, oldest first. */
      readonly marks: readonly PointMark[];
    }
  | { readonly kind: 'run'; readonly n: number; readonly median: number; readonly longestRun: number };

/** The chart of these values, oldest first; null with its reason for a single one or none. */
export function chartOf(
  values: readonly number[],
): { readonly chart: MeasureChart } | { readonly chart: null; readonly reason: 'fewer-than-two-points' } {
  const n = values.length;
  if (n < 2) return { chart: null, reason: 'fewer-than-two-points' };
  const xmr = xmrChart(values).value;
  const run = runChart(values).value;
  if (xmr === null || run === null) throw new Error(`There is no chart of ${n} values`);
  if (n < FEWEST_FOR_LIMITS) {
    return { chart: { kind: 'run', n, median: threeDecimals(run.median), longestRun: run.longestRun } };
  }
  const { mean, upper, lower, meanMovingRange, marks } = xmr;
  return {
    chart: {
      ...{
        kind: 'xmr',
        n,
        mean: threeDecimals(mean),
        upper: threeDecimals(upper),
        lower: threeDecimals(lower),
      },
      ...{ meanMovingRange: threeDecimals(meanMovingRange), marks },
    },
  };
}
