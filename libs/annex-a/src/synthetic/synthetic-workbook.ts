import type { PopulationEntry } from '../population.js';

/** A value with the formula that is said to have made it; without a result it was never calculated. */
export interface SyntheticFormula {
  readonly formula: string;
  readonly result?: string | number;
}

/** A date is midnight UTC. */
export type SyntheticCell = string | number | Date | SyntheticFormula | null;

export interface SyntheticSheet {
  /** Null for the sheets of a template that are no lists. */
  readonly list: number | null;
  readonly name: string;
  /** Everything above the heading row, the heading row, and the rows. */
  readonly rows: readonly (readonly SyntheticCell[])[];
}

export interface SyntheticWorkbook {
  readonly sheets: readonly SyntheticSheet[];
  /** What an honest reader must find. */
  readonly expected: {
    /** By child id in code-unit order. */
    readonly children: readonly PopulationEntry[];
    readonly closed: readonly string[];
  };
}

/** The fifteen ways of annexes that were seen in real files, each on request. */
export const quirks = [
  'title-rows',
  'mixed-sheet-names',
  'worn-headings',
  'code-letters',
  'local-codes',
  'debris',
  'odd-ages',
  'mixed-dates',
  'repeated-children',
  'combined-status',
  'closed-cases',
  'earlier-workers',
  'send-workbook',
  'child-id-types',
  'formulas',
] as const;
export type Quirk = (typeof quirks)[number];
