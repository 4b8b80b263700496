/** The lines of a chart of single values, in the unit of the values. */
export interface XmrLimits {
  readonly mean: number;
  readonly meanMovingRange: number;
  readonly upper: number;
  readonly lower: number;
  /** Two thirds of the way from the mean to the limits. */
  readonly nearUpper: number;
  readonly nearLower: number;
  readonly movingRangeUpper: number;
}

/** What turns a mean moving range of neighbours into three standard deviations, and into its own limit (Wheeler 2003). */
const TO_LIMITS = 2.66;
const TO_RANGE_LIMIT = 3.267;

/**
 * Mean, limits and near limits of two values or more.
 *
 * @param screen whether moving ranges at or above their own limit are left out of the mean moving range, once
 */
export function xmrLimits(values: readonly number[], screen: boolean): XmrLimits {
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? NaN)));
  const meanMovingRange = screen ? screened(ranges) : mean(ranges);
  const centre = mean(values);
  const reach = TO_LIMITS * meanMovingRange;
  return {
    mean: centre,
    meanMovingRange,
    ...{ upper: centre + reach, lower: centre - reach },
    ...{ nearUpper: centre + (2 * reach) / 3, nearLower: centre - (2 * reach) / 3 },
    movingRangeUpper: TO_RANGE_LIMIT * meanMovingRange,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where nothing moves, every range is at its limit and none is out of the ordinary. */
function screened(ranges: readonly number[]): number {
  const limit = TO_RANGE_LIMIT * mean(ranges);
  return limit === 0 ? 0 : mean(ranges.filter((range) => range < limit));
}
