import type { XmrLimits } from './xmr-limits.js';

/** Why a point does not look like chance; `common-cause` when it does. */
export type PointMark =
  | 'above-limit'
  | 'below-limit'
  | 'rising'
  | 'falling'
  | 'near-upper'
  | 'near-lower'
  | 'run-above'
  | 'run-below'
  | 'common-cause';

/** Points by their index from 0, for each rule; a point may break more than one. */
export interface MarkedPoints {
  /** Beyond a limit. */
  readonly outside: readonly number[];
  /** One of seven or more in a row on one side of the mean. */
  readonly shift: readonly number[];
  /** One of seven or more in a row, each higher, or each lower, than the one before. */
  readonly trend: readonly number[];
  /** Among three in a row on one side, one of two or three that are near the limit and within it. */
  readonly nearLimit: readonly number[];
  /** What to draw each point as: the first rule it breaks, of outside, trend, near limit and shift. */
  readonly marks: readonly PointMark[];
}

const IN_A_ROW = 7;
/** A value that equals a mean or a limit but for the machine's rounding lies on it. */
const ROUNDING = 1e-9;

/** Applies the four rules of the NHS programme Making Data Count, as its R package NHSRplotthedots does. */
export function markPoints(values: readonly number[], limits: XmrLimits): MarkedPoints {
  const unit = Math.max(...[limits.mean, limits.upper, limits.lower].map(Math.abs)) * ROUNDING;
  const compared = (to: number): readonly number[] => values.map((value) => sign(value - to, unit));
  const [toMean, toUpper, toLower] = [compared(limits.mean), compared(limits.upper), compared(limits.lower)];
  const [toNearUpper, toNearLower] = [compared(limits.nearUpper), compared(limits.nearLower)];
  const outside = values.map((_, at) => (toUpper[at] === 1 ? 1 : toLower[at] === -1 ? -1 : 0));
  const near = values.map((_, at) =>
    outside[at] !== 0 ? 0 : toNearUpper[at] === 1 ? 1 : toNearLower[at] === -1 ? -1 : 0,
  );
  const steps = values.slice(1).map((value, at) => sign(value - (values[at] ?? NaN), 0));
  const shift = partOfWindow(toMean, IN_A_ROW, (window) => window.every((side) => side === window[0]));
  const trend = stepsAsPoints(steps, values.length);
  const twoOfThree = partOfWindow(toMean, 3, (window, from) => {
    const beyond = near.slice(from, from + 3).filter((side) => side !== 0).length;
    return beyond >= 2 && window.every((side) => side === window[0]);
  }).map((side, at) => (near[at] === 0 ? 0 : side));

  return {
    outside: places(outside),
    shift: places(shift),
    trend: places(trend),
    nearLimit: places(twoOfThree),
    marks: values.map(
      (_, at): PointMark =>
        word(outside[at], 'above-limit', 'below-limit') ??
        word(trend[at], 'rising', 'falling') ??
        word(twoOfThree[at], 'near-upper', 'near-lower') ??
        word(shift[at], 'run-above', 'run-below') ??
        'common-cause',
    ),
  };
}

const sign = (difference: number, unit: number): number =>
  Math.abs(difference) <= unit ? 0 : Math.sign(difference);

const places = (sides: readonly number[]): readonly number[] =>
  sides.flatMap((side, at) => (side === 0 ? [] : [at]));

const word = (side: number | undefined, up: PointMark, down: PointMark): PointMark | undefined =>
  side === 1 ? up : side === -1 ? down : undefined;

/** For each point the side of a window that holds it and passes, and 0 where there is none; a window on the line never passes. */
function partOfWindow(
  sides: readonly number[],
  length: number,
  passes: (window: readonly number[], from: number) => boolean,
): readonly number[] {
  const found = sides.map(() => 0);
  for (let from = 0; from + length <= sides.length; from += 1) {
    const window = sides.slice(from, from + length);
    const side = window[0] ?? 0;
    if (side !== 0 && passes(window, from)) found.fill(side, from, from + length);
  }
  return found;
}

/** Six steps one way join seven points. A turning point that ends one trend and begins another belongs to the first. */
function stepsAsPoints(steps: readonly number[], points: number): readonly number[] {
  const found = Array.from({ length: points }, () => 0);
  for (let from = 0; from + IN_A_ROW <= points; from += 1) {
    const window = steps.slice(from, from + IN_A_ROW - 1);
    const side = window[0] ?? 0;
    if (side === 0 || !window.every((step) => step === side)) continue;
    for (let at = from; at < from + IN_A_ROW; at += 1) found[at] ||= side;
  }
  return found;
}
