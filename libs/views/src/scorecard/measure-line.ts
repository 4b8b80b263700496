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
  const gaps = gapsOf(ordered);
  const unbroken = ordered.slice(gaps.at(-1)?.before ?? 0);
  const drawn = growsWithinItsYear(definition, series, unbroken)
    ? { chart: null, reason: 'grows-within-its-year' as const }
    : chartOf(unbroken.map((one) => Number(rounded(stated(one, definition).value, FINE))));
  return {
    ...{ definition: version, series },
    latest: figureShown(latest, ordered.slice(0, -1), definition, targets),
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
function growsWithinItsYear(
  { basis }: MeasureDefinition,
  series: FigureSeries,
  points: readonly Figure[],
): boolean {
  const months = new Set(points.map(({ period }) => period.to.slice(5, 7)));
  return basis.startsWith('year-to-date') && series === 'current' && months.size > 1;
}

/** As many decimals as a number on a chart can show. */
const FINE = 6;

interface Gap {
  /** Index of the point that follows it. */
  readonly before: number;
  readonly months: readonly string[];
}

/** Where a line leaves months out: its rhythm is the shortest way between two of its points, a month at the least. */
function gapsOf(ordered: readonly Figure[]): readonly Gap[] {
  const months = ordered.map(
    ({ period }) => Number(period.to.slice(0, 4)) * 12 + Number(period.to.slice(5, 7)) - 1,
  );
  const steps = months.slice(1).map((month, at) => month - (months[at] as number));
  const rhythm = Math.max(1, Math.min(...steps));
  return steps.flatMap((step, at): readonly Gap[] => {
    const skipped = Math.ceil(step / rhythm) - 1;
    const first = months[at] as number;
    const left = Array.from({ length: skipped }, (_, n) => named(first + (n + 1) * rhythm));
    return skipped < 1 ? [] : [{ before: at + 1, months: left }];
  });
}

const named = (month: number): string =>
  `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
