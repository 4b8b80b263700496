import { compare, rational, type Polarity } from '#audit-cycle';
import { textOf } from '#spreadsheet';
import { wayInTitle, wayOf } from '../cells/words.js';
import type { ScorecardRow } from '../scorecard.js';
import { ExcludedRow } from './excluded-row.js';
import type { RowFigures } from './read-figures.js';
import type { TableRow } from './table-row.js';

/** Which way is better, and the targets: said by a column, by the title or by which target is the larger one; they must agree. */
export function readWay(
  row: TableRow,
  title: string,
  figures: RowFigures,
): Pick<ScorecardRow, 'polarity' | 'targets'> {
  const targets = targetsOf(row, figures);
  const said = [...saidByColumns(row), wayInTitle(title)].filter((one) => one !== null);
  if (new Set(said).size > 1) throw new ExcludedRow('polarity-contradicts');
  const [way] = said;
  if (targets === null) return { polarity: way ?? 'none', targets };
  const order = compare(rational(targets.upper.replace('%', '')), rational(targets.minimum.replace('%', '')));
  const shown: Polarity = order > 0 ? 'higher-is-better' : order < 0 ? 'lower-is-better' : 'none';
  if (way === undefined && shown === 'none') throw new ExcludedRow('polarity-missing');
  if (way !== undefined && shown !== 'none' && way !== shown)
    throw new ExcludedRow('targets-contradict-polarity');
  return { polarity: way ?? shown, targets };
}

function saidByColumns({ columns, cell }: TableRow): readonly Polarity[] {
  return (['lower is better', 'polarity'] as const).flatMap((asks) => {
    const column = columns.of(asks);
    const written = column === null ? null : textOf(cell(column));
    if (written === null) return [];
    const way = wayOf(written, asks);
    if (way === null) throw new ExcludedRow('polarity-unknown', column);
    return [way];
  });
}

function targetsOf(
  { lines, place }: TableRow,
  { minimum, upper }: RowFigures,
): { readonly minimum: string; readonly upper: string } | null {
  if (minimum !== null && upper !== null) return { minimum: minimum.printed, upper: upper.printed };
  const only = minimum ?? upper;
  if (only !== null) lines.warn('targets-incomplete', place, only.column);
  return null;
}
