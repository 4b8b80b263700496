import type { BenchmarkOf, IsoDate, MeasureBasis, MeasureUnit, Polarity } from '#audit-cycle';
import type { ScorecardReport } from './scorecard-report.js';

/** One measure as a row of the table has it. Every figure is text as the table prints it, so that its precision is not lost. */
export interface ScorecardRow {
  readonly sheet: string;
  /** As a person sees it in Excel. */
  readonly row: number;
  /** The authority's own number of the measure; null where the table has none. */
  readonly ref: string | null;
  readonly section: string;
  readonly title: string;
  readonly unit: MeasureUnit;
  /** Of the most precise of its figures, 0 to 2. */
  readonly decimals: number;
  readonly basis: MeasureBasis;
  readonly polarity: Polarity;
  /** Both or neither. */
  readonly fraction: { readonly numerator: number; readonly denominator: number } | null;
  /** The figure of the day that the table speaks of. */
  readonly current: string | null;
  readonly previousYear: string | null;
  /** The month's own values, by month (YYYY-MM), as the columns stand. */
  readonly months: readonly { readonly month: string; readonly printed: string }[];
  /** Figures of financial years that are over, by their last day (31 March), the earliest first. */
  readonly years: readonly { readonly to: IsoDate; readonly printed: string }[];
  readonly targets: { readonly minimum: string; readonly upper: string } | null;
  readonly benchmarks: readonly { readonly of: BenchmarkOf; readonly value: string }[];
}

export interface Scorecard {
  /** The day that the table speaks of. */
  readonly on: IsoDate;
  /** In the order of the file. */
  readonly rows: readonly ScorecardRow[];
  readonly report: ScorecardReport;
}
