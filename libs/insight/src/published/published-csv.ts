import {
  isWithheld,
  type PublishedFigures,
  type PublishedRow,
  type PublishedShare,
  type PublishedTable,
  type Withheld,
} from '#views';
import { csvLines, type CsvCell } from '../reading/csv-lines.js';

const HEADS = [
  'cycle',
  'edition',
  'published on',
  'table',
  'group',
  'counted',
  'count',
  'of',
  'percent',
  'lower 95',
  'upper 95',
  'reason',
  'seed',
] as const;

/** The published set with a line for each figure. What is withheld says so in each of its cells. */
export function publishedCsv({ cycle, edition, publishedOn, tables, estimates }: PublishedFigures): string {
  const about = [cycle.title, edition, publishedOn];
  return csvLines(HEADS, [
    ...tables.flatMap((table) => linesOf(table).map((line) => [...about, table.table, ...line, null])),
    ...linesOfEstimates(estimates).map((line) => [...about, 'estimates', null, ...line]),
  ]);
}

/** Shares that have no count of their own. */
function linesOfEstimates({
  weighted,
  moderationAdjusted: { goodOrBetter, reason, seed },
}: PublishedFigures['estimates']): readonly (readonly CsvCell[])[] {
  const line = (
    counted: string,
    share: PublishedShare | Withheld | null,
    why: string | null,
    drawnWith: string | null,
  ): readonly CsvCell[] =>
    share === null
      ? [counted, null, null, null, null, null, why, drawnWith]
      : isWithheld(share)
        ? [counted, null, null, 'withheld', null, null, share.reason, drawnWith]
        : [counted, null, null, share.percent, ...share.interval95, null, drawnWith];
  return [
    ...(weighted.needed
      ? [line('good or better of the list, weighted', weighted.goodOrBetter, null, null)]
      : []),
    line('good or better if all had been moderated', goodOrBetter, reason ?? null, seed),
  ];
}

function linesOf(table: PublishedTable): readonly (readonly CsvCell[])[] {
  if (!('rows' in table))
    return [['all groups', 'all', 'withheld', 'withheld', 'withheld', null, null, table.reason]];
  return table.rows.flatMap(linesOfRow);
}

function linesOfRow({ group, n, cells, goodOrBetter }: PublishedRow): readonly (readonly CsvCell[])[] {
  const line = (
    counted: string,
    count: number | Withheld,
    of: number | Withheld | null,
    percent: number | null | Withheld,
    [lower, upper]: readonly [number | null, number | null] = [null, null],
  ): readonly CsvCell[] => {
    const reason = [count, of, percent].find(isWithheld)?.reason ?? null;
    return [group, counted, shown(count), shown(of), shown(percent), lower, upper, reason];
  };
  return [
    line('all', n, null, null),
    ...cells.map(({ of, count, percent }) => line(of.join(' or '), count, n, percent)),
    ...(goodOrBetter === undefined
      ? []
      : isWithheld(goodOrBetter)
        ? [line('good or better', goodOrBetter, goodOrBetter, goodOrBetter)]
        : [
            line(
              'good or better',
              goodOrBetter.n,
              goodOrBetter.of,
              goodOrBetter.percent,
              goodOrBetter.interval95 ?? undefined,
            ),
          ]),
  ];
}

const shown = (figure: number | null | Withheld): CsvCell => (isWithheld(figure) ? 'withheld' : figure);
