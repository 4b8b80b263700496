import type { MeasuredCase } from './measured-case.js';
import { lastToFirst } from './rebuild-figures.js';
import { figureTimes, resultRow, type ResultRow } from './results.js';
import type { CaseName } from './settings.js';

type Ratio = 'ratioToNaive' | 'ratioToEmmett' | 'ratioToPgbench';

const OTHERS: Readonly<Record<Ratio, string>> = {
  ratioToNaive: 'naive',
  ratioToEmmett: 'emmett',
  ratioToPgbench: 'pgbench',
};

/** How many times as fast as the others ours is to be. */
export const GOALS: Readonly<Partial<Record<CaseName, Readonly<Partial<Record<Ratio, number>>>>>> = {
  'append-1': { ratioToNaive: 1, ratioToEmmett: 3 },
  'append-32': { ratioToNaive: 1.9, ratioToEmmett: 5, ratioToPgbench: 1 },
  'append-256': { ratioToNaive: 3 },
  'batch-100': { ratioToNaive: 1 },
  'load-50': { ratioToNaive: 1 },
  'catch-up': { ratioToNaive: 4, ratioToEmmett: 20 },
};

/** The last tenth of a rebuild may be this much slower than the first, to be called flat. */
const FLAT = 0.8;
const MOST_MEGABYTES = 200;
/** Of questions about a figure, at the 95th percentile. */
const LIVE_MS = 50;
const PAST_MS = 300;

/** One line for each goal that this run can tell about, with what was seen. */
export function goalLines(measured: readonly MeasuredCase[]): readonly string[] {
  return measured.flatMap((one) => [
    ...ratioGoals(resultRow(one)),
    ...rebuildGoals(one),
    ...figureGoals(one),
  ]);
}

function ratioGoals(row: ResultRow): readonly string[] {
  const goals = Object.entries(GOALS[row.name as CaseName] ?? {}) as [Ratio, number][];
  return goals.flatMap(([ratio, atLeast]) => {
    const seen = row[ratio];
    if (seen === null) return [];
    const goal = `${row.name}: at least ${atLeast.toFixed(1)} x ${OTHERS[ratio]}`;
    return [line(seen >= atLeast, goal, `${seen.toFixed(2)} x`)];
  });
}

function rebuildGoals({ name, rebuild }: MeasuredCase): readonly string[] {
  if (rebuild === undefined) return [];
  const flatness = lastToFirst(rebuild);
  const { peakRssMegabytes: rss } = rebuild;
  return [
    line(
      flatness >= FLAT,
      `${name}: the last tenth at least ${FLAT} x the first`,
      `${flatness.toFixed(2)} x`,
    ),
    line(rss <= MOST_MEGABYTES, `${name}: at most ${MOST_MEGABYTES} MB`, `${Math.round(rss)} MB`),
  ];
}

function figureGoals({ name, figures }: MeasuredCase): readonly string[] {
  if (figures === undefined) return [];
  const { liveP95, pastP95 } = figureTimes(figures);
  return [
    line(liveP95 < LIVE_MS, `${name}: now in under ${LIVE_MS} ms at p95`, `${liveP95.toFixed(1)} ms`),
    line(pastP95 < PAST_MS, `${name}: of the past in under ${PAST_MS} ms at p95`, `${pastP95.toFixed(1)} ms`),
  ];
}

const line = (met: boolean, goal: string, seen: string): string =>
  `${met ? 'met   ' : 'MISSED'} ${goal}: ${seen}`;
