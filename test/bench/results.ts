import type { ContestantName, MeasuredCase, Sample, Samples } from './measured-case.js';
import type { FigureAnswers, FigureTimes } from './figure-answers.js';
import type { RebuildFigures } from './rebuild-figures.js';
import { median, pairedRatio, percentile } from './statistics.js';

/** One line of the file that `--json` names; null where a case has no such contestant. */
export interface ResultRow {
  readonly name: string;
  readonly unit: string;
  readonly ours: number | null;
  readonly naive: number | null;
  readonly emmett: number | null;
  readonly pgbench: number | null;
  readonly ratioToNaive: number | null;
  readonly ratioToEmmett: number | null;
  readonly ratioToPgbench: number | null;
  /** Of a rebuild alone. */
  readonly rebuild?: RebuildFigures;
  /** Of the figures alone. */
  readonly figures?: FigureTimes;
}

/** Medians of the rates, and medians of the ratios of each round. */
export function resultRow({ name, unit, samples, rebuild, figures }: MeasuredCase): ResultRow {
  return {
    name,
    unit,
    ours: medianRate(samples.ours),
    naive: medianRate(samples.naive),
    emmett: medianRate(samples.emmett),
    pgbench: medianRate(samples.pgbench),
    ratioToNaive: ratioTo(samples, 'naive'),
    ratioToEmmett: ratioTo(samples, 'emmett'),
    ratioToPgbench: ratioTo(samples, 'pgbench'),
    ...(rebuild === undefined ? {} : { rebuild }),
    ...(figures === undefined ? {} : { figures: figureTimes(figures) }),
  };
}

export const figureTimes = ({ live, past }: FigureAnswers): FigureTimes => ({
  liveP95: percentile(live, 0.95),
  pastP95: percentile(past, 0.95),
});

export interface Spread {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Milliseconds per call, over all rounds; null where there are no single calls. */
  readonly p50: number | null;
  readonly p99: number | null;
}

export function spreadOf(samples: readonly Sample[]): Spread {
  const rates = ratesOf(samples);
  const latencies = samples.flatMap((sample) => sample.latencies ?? []);
  return {
    median: median(rates),
    minimum: Math.min(...rates),
    maximum: Math.max(...rates),
    p50: latencies.length === 0 ? null : percentile(latencies, 0.5),
    p99: latencies.length === 0 ? null : percentile(latencies, 0.99),
  };
}

const ratesOf = (samples: readonly Sample[]): number[] => samples.map(({ rate }) => rate);

const medianRate = (samples: readonly Sample[] | undefined): number | null =>
  samples === undefined || samples.length === 0 ? null : median(ratesOf(samples));

function ratioTo({ ours, ...others }: Samples, name: Exclude<ContestantName, 'ours'>): number | null {
  const theirs = others[name];
  if (ours === undefined || theirs === undefined || theirs.length === 0) return null;
  return pairedRatio(ratesOf(ours), ratesOf(theirs));
}
