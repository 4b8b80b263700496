import { decimalsOf, flagsOf, type MeasureBasis, type MeasureUnit } from '#audit-cycle';
import { textOf } from '#spreadsheet';
import { basisOf, unitInTitle, unitOf } from '../cells/words.js';
import { lastDayOf } from '../headings/time-heading.js';
import type { ScorecardRow } from '../scorecard.js';
import { ExcludedRow } from './excluded-row.js';
import { inUnit } from './in-unit.js';
import { readFigures, type CellFigure, type RowFigures } from './read-figures.js';
import { readFraction } from './read-fraction.js';
import { readWay } from './read-way.js';
import type { TableRow } from './table-row.js';

const MOST_DECIMALS = 2;

/** Reads one measure. @throws ExcludedRow where the row cannot be used */
export function readRow(row: TableRow, title: string): ScorecardRow {
  const cells = readFigures(row);
  if (isEmpty(cells)) throw new ExcludedRow('figure-missing');
  const unit = unitFor(row, title, cells);
  const basis = basisFor(row);
  const fraction = readFraction(row, cells, unit);
  const figures = inUnit(row, cells, unit);
  if (fraction === null && isEmpty({ ...figures, numerator: null })) throw new ExcludedRow('figure-missing');
  const { current, previousYear, months, years, benchmarks } = figures;
  const read: ScorecardRow = {
    ...row.place,
    ...{ section: row.section, title, unit, basis, fraction },
    ...readWay(row, title, figures),
    decimals: decimalsFor(row, figures),
    current: current?.printed ?? null,
    previousYear: previousYear?.printed ?? null,
    months: months.map(({ month, printed }) => ({ month, printed })),
    years: years.map(({ year, printed }) => ({ to: lastDayOf(year), printed })),
    benchmarks: benchmarks.map(({ of, printed }) => ({ of, value: printed })),
  };
  warnOfDifferences(row, read, figures);
  return read;
}

const isEmpty = ({ numerator, current, months, years }: RowFigures): boolean =>
  numerator === null && current === null && months.length === 0 && years.length === 0;

const printedOf = ({ current, previousYear, months, years }: RowFigures): readonly CellFigure[] =>
  [previousYear, current, ...months, ...years].filter((one) => one !== null);

/** The unit that is written, or that a per cent sign or the title tells; a figure without any of them is a number. */
function unitFor({ columns, cell }: TableRow, title: string, figures: RowFigures): MeasureUnit {
  const column = columns.of('unit');
  const written = column === null ? null : textOf(cell(column));
  if (written === null) {
    const signed = printedOf(figures).some(({ printed }) => printed.endsWith('%'));
    return signed ? 'percent' : (unitInTitle(title) ?? 'number');
  }
  const unit = unitOf(written);
  if (unit === null) throw new ExcludedRow('unit-unknown', column);
  return unit;
}

function basisFor({ columns, cell }: TableRow): MeasureBasis {
  const column = columns.of('basis');
  const written = column === null ? null : textOf(cell(column));
  if (written === null) throw new ExcludedRow('basis-missing', column);
  const basis = basisOf(written);
  if (basis === null) throw new ExcludedRow('basis-unknown', column);
  return basis;
}

/** As many decimals as the most precise figure has; that others have fewer is said. */
function decimalsFor({ lines, place }: TableRow, figures: RowFigures): number {
  const decimals = ({ printed }: CellFigure): number => decimalsOf(printed.replace('%', ''));
  const printed = printedOf(figures);
  const most = Math.max(0, ...printed.map(decimals));
  const fewer = [
    ...new Set(printed.filter((one) => decimals(one) < most).map(({ column }) => column.written)),
  ];
  if (fewer.length > 0) lines.warn('mixed-precision', place, null, fewer.join(', '));
  return Math.min(most, MOST_DECIMALS);
}

function warnOfDifferences({ lines, place, on }: TableRow, read: ScorecardRow, figures: RowFigures): void {
  const { fraction, unit, basis, current } = read;
  const reported = {
    numerator: fraction?.numerator ?? null,
    denominator: fraction?.denominator ?? null,
    printed: current,
  };
  if (flagsOf(reported, unit).length > 0)
    lines.warn('printed-differs', place, figures.current?.column ?? null);
  const sameDay = figures.months.find(({ month }) => month === on.slice(0, 7));
  if (basis !== 'snapshot' || current === null || sameDay === undefined) return;
  const value = (printed: string): number => Number(printed.replace(/[%,]/g, ''));
  if (value(sameDay.printed) !== value(current))
    lines.warn('current-differs-from-month', place, sameDay.column);
}
