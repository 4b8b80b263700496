import type { FigureAnswers } from './figure-answers.js';
import type { RebuildFigures } from './rebuild-figures.js';

export const CONTESTANTS = ['ours', 'naive', 'emmett', 'pgbench'] as const;
export type ContestantName = (typeof CONTESTANTS)[number];

/** One turn of one contestant. */
export interface Sample {
  /** Of the case's unit, per second. */
  readonly rate: number;
  /** Milliseconds from each call to its answer; null where a case has no single calls. */
  readonly latencies: readonly number[] | null;
}

export type Turns = { [Name in ContestantName]?: () => Promise<Sample> };

/** A thing to be measured; a contestant that cannot do it is not there. */
export interface BenchCase {
  readonly name: string;
  readonly unit: string;
  readonly turns: Turns;
  readonly rounds: number;
  /** Rounds that nobody counts: caches fill, plans are made, code is compiled. */
  readonly warmUps: number;
}

/** By contestant, one sample per round. */
export type Samples = Partial<Record<ContestantName, readonly Sample[]>>;

export interface MeasuredCase extends Pick<BenchCase, 'name' | 'unit'> {
  readonly samples: Samples;
  readonly rebuild?: RebuildFigures;
  readonly figures?: FigureAnswers;
}
