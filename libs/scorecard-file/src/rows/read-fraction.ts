import type { MeasureUnit } from '#audit-cycle';
import { countOf } from '../cells/figure-cell.js';
import { ExcludedRow } from './excluded-row.js';
import type { CellFigure, RowFigures } from './read-figures.js';
import type { ScorecardRow } from '../scorecard.js';
import type { TableRow } from './table-row.js';

/** Numerator and denominator of a row, both or neither. What cannot be a share of anybody excludes the row. */
export function readFraction(
  { lines, place }: TableRow,
  { numerator, denominator }: RowFigures,
  unit: MeasureUnit,
): ScorecardRow['fraction'] {
  const of = denominator === null ? null : { ...denominator, count: count(denominator) };
  if (of?.count === 0) throw new ExcludedRow('denominator-zero', of.column);
  if (numerator === null || of === null) {
    const only = numerator ?? of;
    if (only !== null) lines.warn('fraction-incomplete', place, only.column);
    return null;
  }
  const part = count(numerator);
  if (unit === 'percent' && part > of.count) {
    throw new ExcludedRow('numerator-above-denominator', numerator.column, String(of.count));
  }
  return { numerator: part, denominator: of.count };
}

function count({ printed, column }: CellFigure): number {
  const counted = countOf(printed);
  if (counted === null) throw new ExcludedRow('not-a-whole-number', column);
  return counted;
}
