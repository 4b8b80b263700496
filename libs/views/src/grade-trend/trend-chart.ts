import { runChart, xmrChart, type PointMark, type Run } from '#assurance-statistics';
import type { CycleId } from '#audit-cycle';
import { oneDecimal } from '../share.js';

/** How many points limits are drawn from; a shorter series has a run chart. */
export const FEWEST_FOR_LIMITS = 12;

/** The share of a closed cycle that was good or better, of 1, with full precision. */
export interface ChartValue {
  readonly cycle: CycleId;
  readonly share: number;
}

/** What is said of a series of closed cycles; every line is in percent with one decimal. */
export type TrendChart = XmrTrend | RunTrend | NoTrend;

/** Single values with limits (XmR), and the points that do not look like chance. */
export interface XmrTrend extends TrendLimits {
  readonly kind: 'xmr';
  readonly ofPoints: number;
  readonly mean: number;
  readonly meanMovingRange: number;
  readonly movingRangeUpper: number;
  /** The limits as a drawing shows them: cut off at 0 and 100. What is judged is judged by those that are not. */
  readonly drawn: TrendLimits;
  /** Points that break a rule, the earliest first; none where everything looks like chance. */
  readonly flagged: readonly FlaggedPoint[];
}

export interface TrendLimits {
  readonly lower: number;
  readonly nearLower: number;
  readonly nearUpper: number;
  readonly upper: number;
}

export interface FlaggedPoint {
  readonly cycle: CycleId;
  readonly rules: readonly TrendRule[];
  /** The first of them, and on which side. */
  readonly drawnAs: PointMark;
}

/** `outside` the limits; `trend` and `shift`: seven in a row one way, or on one side; `near-limit`: two of three near one. */
export type TrendRule = 'outside' | 'trend' | 'near-limit' | 'shift';

/** The median and the runs about it. */
export interface RunTrend {
  readonly kind: 'run';
  readonly ofPoints: number;
  /** Why there are no limits. */
  readonly reason: 'fewer-than-twelve-points';
  readonly median: number;
  readonly runs: readonly (Omit<Run, 'from'> & { readonly from: CycleId })[];
  readonly longestRun: number;
  readonly onMedian: number;
}

export interface NoTrend {
  readonly kind: 'none';
  readonly ofPoints: 0;
  readonly reason: 'n=0';
}

/** @param values the earliest first */
export function trendChart(values: readonly ChartValue[]): TrendChart {
  return values.length < FEWEST_FOR_LIMITS ? runTrend(values) : xmrTrend(values);
}

function runTrend(values: readonly ChartValue[]): RunTrend | NoTrend {
  const { value: chart } = runChart(values.map(({ share }) => share));
  if (chart === null) return { kind: 'none', ofPoints: 0, reason: 'n=0' };
  const { median, runs, longestRun, onMedian } = chart;
  return {
    ...{ kind: 'run', ofPoints: values.length, reason: 'fewer-than-twelve-points' },
    median: oneDecimal(median),
    runs: runs.flatMap(({ side, from, length }) => {
      const first = values[from];
      return first === undefined ? [] : { side, from: first.cycle, length };
    }),
    ...{ longestRun, onMedian },
  };
}

function xmrTrend(values: readonly ChartValue[]): XmrTrend | NoTrend {
  const { value: chart } = xmrChart(values.map(({ share }) => share));
  if (chart === null) return { kind: 'none', ofPoints: 0, reason: 'n=0' };
  const rules = {
    outside: chart.outside,
    trend: chart.trend,
    'near-limit': chart.nearLimit,
    shift: chart.shift,
  };
  const brokenAt = (at: number): readonly TrendRule[] => RULES.filter((rule) => rules[rule].includes(at));
  return {
    ...{ kind: 'xmr', ofPoints: values.length },
    mean: oneDecimal(chart.mean),
    meanMovingRange: oneDecimal(chart.meanMovingRange),
    movingRangeUpper: oneDecimal(chart.movingRangeUpper),
    ...limits(chart, (share) => share),
    drawn: limits(chart, (share) => Math.min(Math.max(share, 0), 1)),
    flagged: values.flatMap(({ cycle }, at) => {
      const broken = brokenAt(at);
      return broken.length === 0 ? [] : { cycle, rules: broken, drawnAs: chart.marks[at] ?? 'common-cause' };
    }),
  };
}

/** In the order in which one is drawn before another. */
const RULES: readonly TrendRule[] = ['outside', 'trend', 'near-limit', 'shift'];

const limits = (
  { lower, nearLower, nearUpper, upper }: TrendLimits,
  cut: (share: number) => number,
): TrendLimits => ({
  lower: oneDecimal(cut(lower)),
  nearLower: oneDecimal(cut(nearLower)),
  nearUpper: oneDecimal(cut(nearUpper)),
  upper: oneDecimal(cut(upper)),
});
