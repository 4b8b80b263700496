import type { Cell } from '../cells/cell.js';

export interface SheetRow {
  /** As a person sees it in Excel: the first row is 1. */
  readonly number: number;
  /** By column, from 0; a missing one is empty. */
  readonly cells: readonly (Cell | undefined)[];
}

/** One list as it lies in the file. Its rows come once, in order, a few hundred at a time, and are not kept. */
export interface Sheet {
  readonly name: string;
  readonly dates1904: boolean;
  /** The rows of a merged csv whose `list` value names none of the eleven, whatever their headings. */
  readonly unlisted?: boolean;
  rows(): AsyncIterable<readonly SheetRow[]>;
}

export interface OpenedFile {
  readonly format: 'workbook' | 'csv-per-list' | 'merged-csv';
  readonly sheets: AsyncIterable<Sheet>;
  readonly ignoredParts: readonly { part: string; what: IgnoredKind }[];
}

export type IgnoredKind = 'macros' | 'external link' | 'data connection' | 'embedded object' | 'not a list';
