import type { Cell } from '../cells/cell.js';

export interface SheetRow {
  /** As a person sees it in Excel: the first row is 1. */
  readonly number: number;
  /** By column, from 0; a missing one is empty. */
  readonly cells: readonly (Cell | undefined)[];
}

/** One table as it lies in the file. Its rows come once, in order, a few hundred at a time, and are not kept. */
export interface Sheet {
  readonly name: string;
  readonly dates1904: boolean;
  rows(): AsyncIterable<readonly SheetRow[]>;
}

/** What is in a workbook and is neither run nor followed nor read. */
export type IgnoredKind = 'macros' | 'external link' | 'data connection' | 'embedded object';
