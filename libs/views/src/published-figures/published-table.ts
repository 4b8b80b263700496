import type { PercentInterval } from '../grading-distribution/grade-intervals.js';
import type { Share } from '../share.js';

/** In place of a figure that is not published: it is small, or a small one could be worked out with it. Which of both is not said. */
export interface Withheld {
  readonly suppressed: true;
  readonly reason: 'small-numbers';
}

export const WITHHELD: Withheld = { suppressed: true, reason: 'small-numbers' };

/** A share without the counts behind it. */
export interface PublishedShare {
  /** One decimal. */
  readonly percent: number;
  readonly interval95: PercentInterval;
}

export const PUBLISHED_TABLES = [
  'grades',
  'grades-by-cohort',
  'grades-by-area',
  'grades-by-team',
  'grades-by-section',
  'withdrawals',
  'actions',
  'actions-by-cohort',
  'actions-by-team',
  'actions-by-priority',
] as const;
export type PublishedTableName = (typeof PUBLISHED_TABLES)[number];

/** One table of the published set; withheld as a whole where it cannot be published in any way that hides what is small. */
export type PublishedTable = { readonly table: PublishedTableName } & (
  Withheld | { readonly rows: readonly PublishedRow[] }
);

export interface PublishedRow {
  /** A cohort, an area, a team, a section or a priority; null for what has none, and for the whole. */
  readonly group: string | null;
  /** Everything that the cells count. */
  readonly n: number | Withheld;
  readonly cells: readonly PublishedCell[];
  /** Only of grades: outstanding and good of all that have a grade. */
  readonly goodOrBetter?: Share | Withheld;
}

export interface PublishedCell {
  /** What is counted: a grade, a status or a reason; several where they are counted together. */
  readonly of: readonly string[];
  readonly count: number | Withheld;
  /** Of the row's n, one decimal; null of nothing. Withheld with the count or with n. */
  readonly percent: number | null | Withheld;
}

export const isWithheld = (figure: unknown): figure is Withheld =>
  typeof figure === 'object' && figure !== null && 'suppressed' in figure;
