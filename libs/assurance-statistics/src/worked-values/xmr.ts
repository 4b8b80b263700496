import type { PointMark } from '../chart/mark-points.js';
import { xmrChart } from '../chart/xmr-chart.js';
import type { Adapter } from './adapter.js';
import { aNumber, aTruth, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

/** What each mark is called in worked values. */
const LABELS: Readonly<Record<PointMark, string>> = {
  'above-limit': 'Above UCL',
  'below-limit': 'Below LCL',
  rising: '7 Point Trend (Increasing)',
  falling: '7 Point Trend (Decreasing)',
  'near-upper': '2 in 3 Above CL',
  'near-lower': '2 in 3 Below CL',
  'run-above': '7 Points Above CL',
  'run-below': '7 Points Below CL',
  'common-cause': 'Common Cause',
};

export const xmr: Adapter = ({ params, input }) => {
  const figure = xmrChart(input.take('values', listOf(aNumber)), {
    screenMovingRanges: params.takeOr('screenOutliers', aTruth, false),
  });
  const chart = figure.value;
  return {
    mean: chart?.mean ?? null,
    meanMR: chart?.meanMovingRange ?? null,
    unpl: chart?.upper ?? null,
    lnpl: chart?.lower ?? null,
    upper2s: chart?.nearUpper ?? null,
    lower2s: chart?.nearLower ?? null,
    mrUpperLimit: chart?.movingRangeUpper ?? null,
    astronomical: chart?.outside ?? null,
    shift7: chart?.shift ?? null,
    trend7: chart?.trend ?? null,
    twoInThree: chart?.nearLimit ?? null,
    label: chart?.marks.map((mark) => LABELS[mark]) ?? null,
    ...reasonOf(figure),
  };
};
