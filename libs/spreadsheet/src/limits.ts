const MB = 1024 * 1024;

/**
 * How much of a file is ever read. The figures are ours, with room to spare: 44,000 synthetic rows are a file of 3 MB,
 * and no list of Annex A has more than 34 columns. The sizes are checked as the zip's directory declares
 * them, before anything is inflated; a part that then inflates to another size is stopped, because a directory can lie.
 */
export interface Limits {
  /** The file as it arrived. */
  readonly fileBytes: number;
  readonly zipEntries: number;
  /** All parts of the zip together, inflated. */
  readonly inflatedBytes: number;
  /** One part that has to be held in memory whole: the shared texts of a workbook, or a csv. */
  readonly partBytes: number;
  /** A part may inflate to this many times its zipped size (a synthetic sheet inflates 12 times) ... */
  readonly inflateRatio: number;
  /** ... but smaller parts are never suspected. */
  readonly inflateRatioFromBytes: number;
  /** Rows with something in them, in all sheets together. */
  readonly rows: number;
  /** Columns beyond this one are not read: no heading of ours can be there. */
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
