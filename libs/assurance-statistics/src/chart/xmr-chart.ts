import type { Figure } from '../figure.js';
import { markPoints } from './mark-points.js';
import type { MarkedPoints } from './mark-points.js';
import { xmrLimits } from './xmr-limits.js';
import type { XmrLimits } from './xmr-limits.js';

export interface XmrOptions {
  /** Leave moving ranges at or above their own limit out of the mean moving range, once; false unless said. */
  readonly screenMovingRanges?: boolean;
}

export interface XmrChart extends XmrLimits, MarkedPoints {}

/**
 * The numbers of a chart of single values and moving ranges, with the points that do not look like chance, after the
 * rules of the NHS programme Making Data Count. Mean and limits are in the unit of the values, and limits of percentages
 * may lie outside 0 to 100: only a drawing cuts them off. With fewer than twelve points the limits say little; the house
 * draws `runChart` then.
 *
 * @param values one for each period, in their order, with no period left out
 * @returns no figure for fewer than two values: there is no moving range then
 */
export function xmrChart(
  values: readonly number[],
  { screenMovingRanges = false }: XmrOptions = {},
): Figure<XmrChart, 'fewer-than-two-points'> {
  values.forEach((value, at) => {
    if (!Number.isFinite(value)) throw new RangeError(`values[${at}] must be a number, not ${value}`);
  });
  if (values.length < 2) return { value: null, reason: 'fewer-than-two-points' };
  const limits = xmrLimits(values, screenMovingRanges);
  return { value: { ...limits, ...markPoints(values, limits) } };
}
