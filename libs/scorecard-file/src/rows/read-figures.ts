import { BENCHMARKS_OF, type BenchmarkOf } from '#audit-cycle';
import { readFigure } from '../cells/figure-cell.js';
import type { Column } from '../headings/column.js';
import { financialYearAt } from '../headings/time-heading.js';
import { ExcludedRow } from './excluded-row.js';
import type { TableRow } from './table-row.js';

/** A figure as its cell has it, before anybody knows its unit. */
export interface CellFigure {
  readonly column: Column;
  readonly printed: string;
}

export interface RowFigures {
  readonly numerator: CellFigure | null;
  readonly denominator: CellFigure | null;
  readonly current: CellFigure | null;
  readonly previousYear: CellFigure | null;
  readonly months: readonly (CellFigure & { readonly month: string })[];
  /** Before the financial year of the day. */
  readonly years: readonly (CellFigure & { readonly year: string })[];
  readonly minimum: CellFigure | null;
  readonly upper: CellFigure | null;
  readonly benchmarks: readonly (CellFigure & { readonly of: BenchmarkOf })[];
}

const HEADING_OF = {
  national: 'national',
  'statistical-neighbours': 'statistical neighbours',
  region: 'region',
  'region-or-statistical-neighbours': 'region or statistical neighbours',
} as const satisfies Record<BenchmarkOf, string>;

/** Reads every figure of a row. What is no figure excludes the row where it stands for today, and is left out elsewhere. */
export function readFigures(row: TableRow): RowFigures {
  const { columns, on } = row;
  const years = columns.years.flatMap(({ year, column }) =>
    figures(row, column).map((one) => ({ ...one, year })),
  );
  const earlier = years.filter(({ year }) => year < financialYearAt(on));
  const before = financialYearAt(`${Number(on.slice(0, 4)) - 1}${on.slice(4)}`);
  return {
    numerator: needed(row, columns.of('numerator')),
    denominator: needed(row, columns.of('denominator')),
    current:
      needed(row, columns.of('current')) ?? years.find(({ year }) => year === financialYearAt(on)) ?? null,
    previousYear:
      figures(row, columns.of('previous year'))[0] ?? earlier.find(({ year }) => year === before) ?? null,
    months: columns.months.flatMap(({ month, column }) =>
      figures(row, column).map((one) => ({ ...one, month })),
    ),
    years: earlier,
    minimum: needed(row, columns.of('minimum target')),
    upper: needed(row, columns.of('upper target')),
    benchmarks: BENCHMARKS_OF.flatMap((of) =>
      figures(row, columns.of(HEADING_OF[of])).map((one) => ({ ...one, of })),
    ),
  };
}

/** What the figure of today stands on. */
function needed(row: TableRow, column: Column | null): CellFigure | null {
  const figure = column === null ? null : readFigure(row.cell(column));
  if (figure?.kind === 'fault' && figure.code === 'not-a-figure')
    throw new ExcludedRow('not-a-figure', column);
  return figures(row, column)[0] ?? null;
}

/** One figure, or none. */
function figures({ cell, lines, place }: TableRow, column: Column | null): readonly CellFigure[] {
  if (column === null) return [];
  const figure = readFigure(cell(column));
  if (figure.kind === 'figure') return [{ column, printed: figure.printed }];
  if (figure.kind === 'fault') {
    lines.warn(figure.code === 'not-a-figure' ? 'figure-unreadable' : figure.code, place, column);
  }
  return [];
}
