const MB = 1024 * 1024;

/**
 * How much of a file is ever read. A real workbook of a large authority has fewer than 100,000 rows, inflates to
 * about 100 MB, and no list has more than 34 columns. The sizes are checked twice: as declared by the zip's directory before
 * anything is inflated, and as they really are while inflating, because a directory can lie.
 */
export interface Limits {
  /** The file as it arrived. */
  readonly fileBytes: number;
  readonly zipEntries: number;
  /** All parts of the zip together, inflated. */
  readonly inflatedBytes: number;
  /** One part that has to be held in memory whole: the shared texts of a workbook, or a csv. */
  readonly partBytes: number;
  /** A part may inflate to this many times its zipped size (ordinary sheets stay under 40) ... */
  readonly inflateRatio: number;
  /** ... but smaller parts are never suspected. */
  readonly inflateRatioFromBytes: number;
  /** Rows with something in them, in all sheets together. */
  readonly rows: number;
  /** Columns beyond this one are not read: no heading of a list can be there. */
  readonly columns: number;
}

export const limits: Limits = {
  fileBytes: 50 * MB,
  zipEntries: 1000,
  inflatedBytes: 400 * MB,
  partBytes: 100 * MB,
  inflateRatio: 100,
  inflateRatioFromBytes: 10 * MB,
  rows: 200_000,
  columns: 256,
};
