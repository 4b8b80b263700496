import {
  rounded,
  type Decimal,
  type Figure,
  type FigureFlag,
  type FigureSeries,
  type Measure,
  type MeasureDefinition,
  type Period,
  type Rag,
} from '#audit-cycle';
import { chartOf, type MeasureChart } from './chart.js';
import { figureShown, ragShown, shownValue, stated, type FigureShown } from './figure-shown.js';
import { gapsOf, type Gap } from './gaps.js';
import { countsFromApril, isSameMonthOfYear } from './year-to-date.js';

/** A point of a line. */
export interface LinePoint {
  readonly period: Period;
  readonly value: Decimal;
  readonly rag: Rag | null;
  readonly flags: readonly FigureFlag[];
}

/** Figures that may be compared: of one definition and one series. */
export interface MeasureLine {
  /** Version of the definition. */
  readonly definition: number;
  readonly series: FigureSeries;
  readonly latest: FigureShown;
  /** Oldest first; the latest is the last of them. */
  readonly points: readonly LinePoint[];
  /** Months (YYYY-MM) between two points in which the rhythm of the line has one, and there is none. */
  readonly missing: readonly string[];
  /** Of the points since the last that is missing. */
  readonly chart: MeasureChart | null;
  /** Why there is no chart. `grows-within-its-year`: the figures count from the beginning of the year. */
  readonly chartReason: 'fewer-than-two-points' | 'grows-within-its-year' | null;
}

/** A line; null where no figure of it was reported up to that day. */
export function measureLine(
  { figures, definitions, targets }: Measure,
  version: number,
  series: FigureSeries,
  on: string | undefined,
): MeasureLine | null {
  const definition = definitions[version - 1] as MeasureDefinition;
  const ordered = [...figures.values()]
    .filter((one) => one.definition === version && one.series === series)
    .filter(({ period }) => on === undefined || period.to <= on)
    .sort((one, other) => (one.period.to < other.period.to ? -1 : 1));
  const latest = ordered.at(-1);
  if (latest === undefined) return null;
  const before = ordered.slice(0, -1);
  const gaps = gapsOf(ordered);
  const unbroken = ordered.slice(gaps.at(-1)?.before ?? 0);
  const drawn = growsWithinItsYear(definition, unbroken)
    ? { chart: null, reason: 'grows-within-its-year' as const }
    : chartOf(unbroken.map((one) => Number(rounded(stated(one, definition).value, FINE))));
  return {
    ...{ definition: version, series },
    latest: figureShown(latest, before, missingSince(gaps, before.length), definition, targets),
    points: ordered.map((one) => ({
      ...{ period: one.period, value: shownValue(one, definition), flags: one.flags },
      rag: ragShown(one, definition, targets).rag,
    })),
    missing: gaps.flatMap(({ months }) => months),
    chart: drawn.chart,
    chartReason: 'reason' in drawn ? drawn.reason : null,
  };
}

/** What counts from April grows until March and begins again: only figures of the same month of each year are of one kind. */
const growsWithinItsYear = (definition: MeasureDefinition, points: readonly Figure[]): boolean =>
  points.some(
    (point) =>
      countsFromApril(definition, point) &&
      !isSameMonthOfYear(point.period.to, (points[0] as Figure).period.to),
  );

/** The months that are left out right before the point with this index. */
const missingSince = (gaps: readonly Gap[], index: number): readonly string[] =>
  gaps.find(({ before }) => before === index)?.months ?? [];

/** As many decimals as a number on a chart can show. */
const FINE = 6;
