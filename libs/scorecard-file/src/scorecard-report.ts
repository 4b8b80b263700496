import type { IsoDate } from '#audit-cycle';
import type { IgnoredKind } from '#spreadsheet';

export type ExclusionCode =
  | 'section-heading'
  | 'heading-repeated'
  | 'row-repeated-exactly'
  | 'ref-repeated'
  | 'measure-missing'
  | 'text-too-long'
  | 'figure-missing'
  | 'basis-missing'
  | 'basis-unknown'
  | 'unit-unknown'
  | 'polarity-unknown'
  | 'polarity-contradicts'
  | 'polarity-missing'
  | 'percent-ambiguous'
  | 'not-a-figure'
  | 'above-hundred'
  | 'not-a-whole-number'
  | 'denominator-zero'
  | 'numerator-above-denominator'
  | 'targets-contradict-polarity';

export type WarningCode =
  | 'formula-without-value'
  | 'formula-error'
  | 'figure-unreadable'
  | 'fraction-incomplete'
  | 'fraction-read-as-percent'
  | 'mixed-precision'
  | 'printed-differs'
  | 'current-differs-from-month'
  | 'targets-incomplete';

/** One excluded or warned row, and the column that it is about. */
export interface ReportLine<Code extends string> {
  readonly sheet: string;
  /** As a person sees it in Excel. */
  readonly row: number;
  /** Letters, as Excel has them; null for a line about the whole row. */
  readonly column: string | null;
  /** The column's heading as the table writes it. */
  readonly heading: string | null;
  readonly ref: string | null;
  readonly code: Code;
  /** What was found and what to do. */
  readonly message: string;
}

/** A heading of the table, and what was taken from its column. */
export interface HeadingReport {
  readonly column: string;
  readonly written: string;
  /** A name of `HEADINGS`, a month (YYYY-MM) or a financial year (YYYY-YY); null where nobody has said yet what it means. */
  readonly means: string | null;
}

export interface TableReport {
  readonly sheet: string;
  /** One, or two where the headings stand over two rows. */
  readonly headingRows: readonly number[];
  /** Rows below with something in them. Always rowsUsed + rowsExcluded. */
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsExcluded: number;
  readonly warnings: number;
  readonly headings: readonly HeadingReport[];
  /** Headings that are not known: a person decides what they mean, and imports again with that decision. */
  readonly unmatchedHeadings: readonly string[];
}

export interface ScorecardReport {
  readonly fileName: string;
  readonly format: 'workbook' | 'text';
  readonly on: IsoDate;
  readonly tables: readonly TableReport[];
  /** Sheets that hold no table of measures. */
  readonly otherSheets: readonly string[];
  /** What was in the file and was neither run nor followed nor read. */
  readonly ignoredParts: readonly { readonly part: string; readonly what: IgnoredKind }[];
  readonly excluded: readonly ReportLine<ExclusionCode>[];
  readonly warnings: readonly ReportLine<WarningCode>[];
  readonly totals: {
    readonly rowsRead: number;
    readonly rowsUsed: number;
    readonly rowsExcluded: number;
    readonly warnings: number;
  };
  /** The sum above as a sentence. */
  readonly reconciliation: string;
}
