import {
  isWithheld,
  type PublishedFigures,
  type PublishedRow,
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
] as const;

/** The published set with a line for each figure. What is withheld says so in each of its cells. */
export function publishedCsv({ cycle, edition, publishedOn, tables }: PublishedFigures): string {
  const about = [cycle.title, edition, publishedOn];
  return csvLines(
    HEADS,
    tables.flatMap((table) => linesOf(table).map((line) => [...about, table.table, ...line])),
  );
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
