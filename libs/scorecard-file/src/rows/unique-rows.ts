import type { ScorecardRow } from '../scorecard.js';
import type { ScorecardReportLines } from './report-lines.js';

/** Leaves out every row whose number, or title where it has no number, another row has too: nobody can tell which of them is meant. */
export function uniqueRows(
  rows: readonly ScorecardRow[],
  lines: ScorecardReportLines,
): readonly ScorecardRow[] {
  const groups = [...Map.groupBy(rows, nameOf).values()];
  const repeated = new Set(groups.filter((group) => group.length > 1).flat());
  for (const group of groups) {
    for (const row of group.length > 1 ? group : []) {
      const others = group
        .filter((other) => other !== row)
        .map((other) => `row ${other.row} of "${other.sheet}"`);
      lines.exclude('ref-repeated', row, null, others.join(', '));
    }
  }
  return rows.filter((row) => !repeated.has(row));
}

const nameOf = ({ ref, title }: ScorecardRow): string =>
  ref === null ? `title ${title.toLowerCase()}` : `ref ${ref.toLowerCase()}`;
