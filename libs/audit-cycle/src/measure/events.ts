import type { EventOf } from '../decider.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { ChildId, PersonId, Sha256 } from '../vocabulary/identifiers.js';
import type { BenchmarkOf, Decimal, FigureFlag, FigureSeries, ValueSource } from './figure.js';
import type { MeasureDefinition } from './definition.js';
import type { TargetsRule } from './targets.js';

/** A performance measure of the authority: what it measures, its targets, its figures, and when somebody has to look into it. */
export type MeasureEvent =
  /** A measure was written down. Its ref, or its code where it has none, is its own for good. */
  | EventOf<
      'MeasureDefined',
      {
        /** The authority's own number of the measure, such as 2.10a; null where it has none. */
        ref: string | null;
        /** Short name for programs. */
        code: string;
        /** The first definition. */
        definition: MeasureDefinition;
        /** Who defined it. */
        by: PersonId;
      },
      /** The rule of eligibility in words. */
      'eligibility'
    >
  /** It measures something else from now on: figures and targets of the definition before are not those of this one. */
  | EventOf<
      'MeasureRedefined',
      {
        /** Counts definitions; the first that follows the one it was defined with is 2. */
        version: number;
        definition: MeasureDefinition;
        /** Why, as a code. */
        reasonCode: string;
        /** Who redefined it. */
        by: PersonId;
      },
      /** The rule of eligibility in words. */
      | 'eligibility'
      /** Why it was redefined. */
      | 'reason'
    >
  /** What its figures are held against was set, or done away with. */
  | EventOf<
      'TargetsSet',
      {
        /** Counts the targets of the measure from 1. */
        version: number;
        /** Version of the definition that they are for. */
        definition: number;
        /** They hold for figures of this day and later. */
        from: IsoDate;
        /** A figure that is worse than this is red; null where the measure has no targets from then on. */
        minimum: Decimal | null;
        /** A figure that is at least as good as this is green; null where the measure has no targets from then on. */
        upper: Decimal | null;
        rule: TargetsRule;
        /** Who set them. */
        by: PersonId;
      }
    >
  /** A figure was reported. Its place is its definition, series and last day: a later report of the same place corrects it. */
  | EventOf<
      'MeasureReported',
      {
        /** Version of the definition that it is of. */
        definition: number;
        series: FigureSeries;
        /** The days that it is of; a figure of one day has that day twice. */
        period: Period;
        /** A whole number, zero or more; null where only the printed figure is known. */
        numerator: number | null;
        /** A whole number, one or more; null where only the printed figure is known. */
        denominator: number | null;
        /** The figure as its source prints it, such as 84.0%; null where it prints none. */
        printed: string | null;
        /** What the value follows from: numerator and denominator where both are known. */
        valueFrom: ValueSource;
        /** What is odd about it, although it was taken. */
        flags: readonly FigureFlag[];
        /** What others have for the same. */
        benchmarks: readonly {
          readonly of: BenchmarkOf;
          /** As its source prints it. */
          readonly value: string;
        }[];
        /** The figure of the year before, as the source prints it; null where it prints none. */
        previousYear: string | null;
        /** Where it was read. */
        source: {
          /** Digest of the file; null for a figure that somebody typed. */
          readonly file: Sha256 | null;
          /** Row of the file, counted from 1; null likewise. */
          readonly row: number | null;
        };
        /** Who reported it. */
        by: PersonId;
        /** Why it replaces a figure that was reported before, as a code; null for the first of its place. */
        correction: string | null;
      },
      /** Why it was corrected. */
      'reason'
    >
  /** A figure is worse than the minimum. */
  | EventOf<
      'ThresholdBreached',
      {
        /** Version of the definition. */
        definition: number;
        series: FigureSeries;
        /** The days of the figure. */
        period: Period;
        /** Version of the targets that it was held against. */
        targets: number;
        minimum: Decimal;
        /** The figure, to four decimals. */
        value: Decimal;
        /** How far it is from the minimum, in the unit of the measure, to four decimals; above zero. */
        gap: Decimal;
      }
    >
  /** Somebody has to look into the cases behind a figure. */
  | EventOf<
      'ReviewRequested',
      {
        /** The days of the figure. */
        period: Period;
        /** Why, as a code; `threshold-breached` where a figure asked for it. */
        why: string;
        /** Who asked, or reported the figure that did. */
        by: PersonId;
      }
    >
  /** Cases behind a figure were looked at together. */
  | EventOf<
      'SurgeryHeld',
      {
        /** Counts the surgeries of the measure from 1. */
        surgery: number;
        /** The days of the figure. */
        period: Period;
        /** The day of the surgery. */
        on: IsoDate;
        /** Who led it. */
        by: PersonId;
        /** Who was there besides. */
        with: readonly PersonId[];
        /** The children whose cases were looked at, each once. */
        cases: readonly ChildId[];
        /** The review that it answers; null where none was asked for, or only for a later figure. */
        reviewRequested: {
          /** The days of the figure that asked for it. */
          readonly period: Period;
          /** Why it was asked for, as a code. */
          readonly why: string;
        } | null;
      },
      /** What the cases showed. */
      'notes'
    >;

export type MeasureDefined = Extract<MeasureEvent, { type: 'MeasureDefined' }>;
export type TargetsSet = Extract<MeasureEvent, { type: 'TargetsSet' }>;
export type MeasureReported = Extract<MeasureEvent, { type: 'MeasureReported' }>;
export type ThresholdBreached = Extract<MeasureEvent, { type: 'ThresholdBreached' }>;
export type SurgeryHeld = Extract<MeasureEvent, { type: 'SurgeryHeld' }>;
