import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { ChildId, PersonId, Sha256 } from '../vocabulary/identifiers.js';
import type { MeasureDefinition } from './definition.js';
import type { BenchmarkOf, FigureSeries } from './figure.js';

export type MeasureCommand =
  DefineMeasure | RedefineMeasure | SetTargets | ReportMeasure | RequestReview | HoldSurgery;

/** Its stream is `measureId` of its ref, or of its code where it has none, so that no two measures have the same. */
export interface DefineMeasure {
  readonly type: 'DefineMeasure';
  readonly ref: string | null;
  readonly code: string;
  readonly definition: MeasureDefinition;
  /** The rule of eligibility in words. */
  readonly eligibility?: string;
}

export interface RedefineMeasure {
  readonly type: 'RedefineMeasure';
  readonly definition: MeasureDefinition;
  readonly eligibility?: string;
  readonly reasonCode: string;
  readonly reason?: string;
}

/** Both null does away with targets from that day on. */
export interface SetTargets {
  readonly type: 'SetTargets';
  readonly from: IsoDate;
  readonly minimum: string | null;
  readonly upper: string | null;
}

export interface ReportMeasure {
  readonly type: 'ReportMeasure';
  /** Version of the definition; the newest where it is left out. */
  readonly definition?: number;
  readonly series: FigureSeries;
  readonly period: Period;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly printed: string | null;
  readonly benchmarks: readonly { readonly of: BenchmarkOf; readonly value: string }[];
  readonly previousYear: string | null;
  readonly source: { readonly file: Sha256 | null; readonly row: number | null };
  /** Needed where a figure of the same definition, series and last day was reported before. */
  readonly reasonCode?: string;
  readonly reason?: string;
}

export interface RequestReview {
  readonly type: 'RequestReview';
  readonly period: Period;
  readonly why: string;
}

/** Whoever gives this command led it, and is not among those who were there besides. */
export interface HoldSurgery {
  readonly type: 'HoldSurgery';
  /** Of the figure that was looked into. */
  readonly period: Period;
  readonly on: IsoDate;
  readonly with: readonly PersonId[];
  /** The cases behind the figure that were looked at. */
  readonly cases: readonly ChildId[];
  readonly notes: string;
}
