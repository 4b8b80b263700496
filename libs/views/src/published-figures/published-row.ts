import { GRADES } from '#audit-cycle';
import { oneDecimal, shareOf, type Share } from '../share.js';
import {
  isWithheld,
  WITHHELD,
  type PublishedCell,
  type PublishedRow,
  type Withheld,
} from './published-table.js';

/** The codes that a table counts, in its order; several in one place where they are counted together. */
export type Kinds = readonly (readonly string[])[];

/** Which figures of a row are withheld: its counts in the order of the kinds, and their sum. */
export interface HiddenInRow {
  readonly counts: readonly boolean[];
  readonly sum: boolean;
}

/** A row of counts and of what follows from those that are published, and from nothing else. */
export function publishedRow(
  group: string | null,
  kinds: Kinds,
  counts: readonly number[],
  hidden: HiddenInRow,
): PublishedRow {
  const n = hidden.sum ? WITHHELD : counts.reduce((sum, count) => sum + count, 0);
  const cells = kinds.map((of, kind): PublishedCell => {
    const count = hidden.counts[kind] === true ? WITHHELD : counts[kind]!;
    return { of, count, percent: percentOf(count, n) };
  });
  return { group, n, cells };
}

/** The same row, with the share of its grades that are good or better where all four are published one by one. */
export function withGoodOrBetter(row: PublishedRow): PublishedRow {
  return { ...row, goodOrBetter: goodOrBetter(row) };
}

function goodOrBetter({ cells }: PublishedRow): Share | Withheld {
  const counts = GRADES.map((grade) => cells.find(({ of }) => of.length === 1 && of[0] === grade)?.count);
  if (!counts.every((count): count is number => typeof count === 'number')) return WITHHELD;
  const [outstanding, good] = counts as [number, number];
  return shareOf(
    outstanding + good,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

function percentOf(count: number | Withheld, n: number | Withheld): number | null | Withheld {
  if (isWithheld(count) || isWithheld(n)) return WITHHELD;
  return n === 0 ? null : oneDecimal(count / n);
}
