import { textOf, type SheetRow } from '#spreadsheet';
import type { Column } from './column.js';
import type { Heading } from './known-headings.js';
import { meaningOf, type HeadingDecisions } from './meaning-of.js';

/** How far down a table its headings are looked for: titles and notes stand above. */
export const HEADING_ROWS_SEARCHED = 20;

export interface FoundHeadings {
  /** Numbers of the rows that they stand in: one, or two. */
  readonly rows: readonly number[];
  /** Those with something in their heading, from the left. */
  readonly columns: readonly Column[];
}

/**
 * Finds the headings of a table of measures among its first rows: the row, or the two rows that follow each other, with the most known
 * headings, a measure and some figure among them. Of two that know as many, one row goes before two and the upper before the lower.
 */
export function findHeadings(top: readonly SheetRow[], decisions: HeadingDecisions): FoundHeadings | null {
  let best: FoundHeadings | null = null;
  for (const [index, row] of top.entries()) {
    const below = top[index + 1];
    const pairs = below === undefined ? [[row]] : [[row], [row, below]];
    for (const rows of pairs) {
      const found = headingsIn(rows, decisions);
      if (isOfMeasures(found) && (best === null || isBetter(found, best))) best = found;
    }
  }
  return best;
}

const knownIn = ({ columns }: FoundHeadings): number =>
  columns.filter(({ meaning }) => meaning !== null).length;

const isBetter = (one: FoundHeadings, other: FoundHeadings): boolean =>
  knownIn(one) > knownIn(other) || (knownIn(one) === knownIn(other) && one.rows.length < other.rows.length);

const has = ({ columns }: FoundHeadings, heading: Heading): boolean =>
  columns.some(({ meaning }) => meaning?.kind === 'heading' && meaning.heading === heading);

const isOfMeasures = (found: FoundHeadings): boolean =>
  has(found, 'measure') &&
  (has(found, 'current') ||
    has(found, 'numerator') ||
    found.columns.some(({ meaning }) => meaning?.kind === 'year' || meaning?.kind === 'month'));

function headingsIn(rows: readonly SheetRow[], decisions: HeadingDecisions): FoundHeadings {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns: Column[] = [];
  let merged: string | null = null;
  for (let index = 0; index < width; index += 1) {
    const written = rows.map(({ cells }) => textOf(cells[index]));
    const [upper = null, lower = null] = written;
    merged = upper ?? merged;
    const column =
      rows.length === 1 ? inOneRow(upper, decisions) : inTwoRows(upper, lower, merged, decisions);
    if (column !== null) columns.push({ index, ...column });
  }
  return { rows: rows.map(({ number }) => number), columns };
}

type Written = Pick<Column, 'written' | 'meaning'>;

const inOneRow = (written: string | null, decisions: HeadingDecisions): Written | null =>
  written === null ? null : { written, meaning: meaningOf(written, decisions) };

/** A heading over two rows: split in two, in the lower one alone, under one that is merged over several columns, or merged over both rows. */
function inTwoRows(
  upper: string | null,
  lower: string | null,
  merged: string | null,
  decisions: HeadingDecisions,
): Written | null {
  if (lower === null) return inOneRow(upper, decisions);
  const ways = [
    upper === null ? null : `${upper} ${lower}`,
    lower,
    merged === null ? null : `${merged} ${lower}`,
  ];
  for (const written of ways) {
    const meaning = written === null ? null : meaningOf(written, decisions);
    if (written !== null && meaning !== null) return { written, meaning };
  }
  return { written: upper === null ? lower : `${upper} ${lower}`, meaning: null };
}
