import type { Figure } from '../figure.js';

/** Points in a row on one side of the median; those on it neither break a run nor belong to one. */
export interface Run {
  readonly side: 'above' | 'below';
  /** The index of its first point, from 0. */
  readonly from: number;
  /** How many points it holds. */
  readonly length: number;
}

export interface RunChart {
  /** In the unit of the values. */
  readonly median: number;
  readonly runs: readonly Run[];
  /** Points of the longest run; 0 when all lie on the median. */
  readonly longestRun: number;
  /** Points that lie on the median. */
  readonly onMedian: number;
}

/**
 * The numbers of a run chart, which needs no limits and so suits a series too short for them (Perla, Provost and Murray
 * 2011): the median, and the runs about it.
 *
 * @param values one for each period, in their order
 * @returns no figure for no values
 */
export function runChart(values: readonly number[]): Figure<RunChart, 'n=0'> {
  values.forEach((value, at) => {
    if (!Number.isFinite(value)) throw new RangeError(`values[${at}] must be a number, not ${value}`);
  });
  const sorted = [...values].sort((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (lower === undefined || upper === undefined) return { value: null, reason: 'n=0' };

  const median = lower + (upper - lower) / 2;
  const runs: Run[] = [];
  let onMedian = 0;
  values.forEach((value, from) => {
    if (value === median) {
      onMedian += 1;
      return;
    }
    const side = value > median ? 'above' : 'below';
    const last = runs.at(-1);
    if (last?.side === side) runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ side, from, length: 1 });
  });
  const longestRun = runs.reduce((longest, { length }) => Math.max(longest, length), 0);
  return { value: { median, runs, longestRun, onMedian } };
}
