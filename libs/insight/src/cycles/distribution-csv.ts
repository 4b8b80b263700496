import { csvLines, type CsvCell } from '../reading/csv-lines.js';
import type { DistributionAnswer } from './figures.presenter.js';

const HEADS = [
  'cycle',
  'stage',
  'group',
  'counted',
  'count',
  'of',
  'percent of all',
  'percent of graded',
  'lower 95',
  'upper 95',
  'lowest of all',
  'highest of all',
  'known at',
] as const;

/** The distribution with a line for each figure, the same numbers as in JSON; `withdrawn` is beside the total, not in it. */
export function distributionCsv(distribution: DistributionAnswer): string {
  const { title, stage, asOf, groups = [] } = distribution;
  const lines = [
    ...linesOf('all', distribution),
    ...groups.flatMap(({ group, ...figures }) => linesOf(group ?? 'none', figures)),
  ];
  return csvLines(
    HEADS,
    lines.map((line) => [title, stage, ...line, asOf ?? 'now']),
  );
}

type Figures = Pick<
  DistributionAnswer,
  'total' | 'graded' | 'withdrawn' | 'withdrawnAfterGrading' | 'rows' | 'goodOrBetter'
>;

function linesOf(group: string, figures: Figures): readonly (readonly CsvCell[])[] {
  const { total, graded, withdrawn, withdrawnAfterGrading, rows, goodOrBetter } = figures;
  const { n, of, percent, interval95, boundsOfAll } = goodOrBetter;
  const without = Array<null>(4).fill(null);
  return [
    ...rows.map((row): readonly CsvCell[] => [
      ...[group, row.grade, row.n, total, row.percentOfAll, row.percentOfGraded],
      ...without,
    ]),
    [group, 'total', total, total, null, null, ...without],
    [group, 'graded', graded, total, null, null, ...without],
    [
      group,
      'good-or-better',
      n,
      of,
      null,
      percent,
      ...(interval95 ?? [null, null]),
      ...(boundsOfAll ?? [null, null]),
    ],
    [group, 'withdrawn', withdrawn, null, null, null, ...without],
    [group, 'withdrawn-after-grading', withdrawnAfterGrading, withdrawn, null, null, ...without],
  ];
}
