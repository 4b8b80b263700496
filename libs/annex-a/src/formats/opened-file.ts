import type { IgnoredKind, Sheet } from '#spreadsheet';

/** One list as it lies in the file. */
export interface ListSheet extends Sheet {
  /** The rows of a merged csv whose `list` value names none of the eleven, whatever their headings. */
  readonly unlisted?: boolean;
}

export interface OpenedFile {
  readonly format: 'workbook' | 'csv-per-list' | 'merged-csv';
  readonly sheets: AsyncIterable<ListSheet>;
  readonly ignoredParts: readonly { readonly part: string; readonly what: IgnoredKind | 'not a list' }[];
}
