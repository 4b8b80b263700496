import { compare, printedFigure, rational, type MeasureUnit } from '#audit-cycle';
import { ExcludedRow } from './excluded-row.js';
import { asPercent, percentScale } from './percent-scale.js';
import type { CellFigure, RowFigures } from './read-figures.js';
import type { TableRow } from './table-row.js';

const ALL = rational('100');

/**
 * The figures of a row as figures of its unit. What is none of it excludes the row where it stands for today or is a target, and is
 * left out elsewhere.
 */
export function inUnit(row: TableRow, figures: RowFigures, unit: MeasureUnit): RowFigures {
  const shares = unit === 'percent' && percentScale(figures) === 'shares';
  if (shares) row.lines.warn('fraction-read-as-percent', row.place);
  const told = (figure: CellFigure): string =>
    shares && !figure.printed.endsWith('%') ? asPercent(figure.printed) : figure.printed;
  const needed = (figure: CellFigure | null): CellFigure | null => {
    const fault = figure === null ? null : faultOf(told(figure), unit);
    if (figure !== null && fault !== null) throw new ExcludedRow(fault, figure.column);
    return figure === null ? null : { ...figure, printed: told(figure) };
  };
  const kept = <Figure extends CellFigure>(figure: Figure): readonly Figure[] => {
    if (faultOf(told(figure), unit) === null) return [{ ...figure, printed: told(figure) }];
    row.lines.warn('figure-unreadable', row.place, figure.column);
    return [];
  };
  return {
    ...figures,
    current: needed(figures.current),
    minimum: needed(figures.minimum),
    upper: needed(figures.upper),
    previousYear: figures.previousYear === null ? null : (kept(figures.previousYear)[0] ?? null),
    months: figures.months.flatMap(kept),
    years: figures.years.flatMap(kept),
    benchmarks: figures.benchmarks.flatMap(kept),
  };
}

function faultOf(printed: string, unit: MeasureUnit): 'not-a-figure' | 'above-hundred' | null {
  const figure = printedFigure(printed, unit);
  if (figure === null) return 'not-a-figure';
  return unit === 'percent' && compare(rational(figure), ALL) > 0 ? 'above-hundred' : null;
}
