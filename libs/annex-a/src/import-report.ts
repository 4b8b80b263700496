import type { Cohort } from './cohort.js';

export type ExclusionCode =
  | 'no-child-id'
  | 'closed'
  | 'closed-status'
  | 'died'
  | 'still-open'
  | 'day-missing'
  | 'after-as-at'
  | 'before-period'
  | 'list-not-in-child-population'
  | 'list-not-asked-for'
  | 'list-of-adults'
  | 'list-unknown';

export type WarningCode =
  | 'row-repeated-exactly'
  | 'child-repeated'
  | 'child-id-rounded'
  | 'date-unreadable'
  | 'date-before-birth'
  | 'birth-date-missing'
  | 'birth-date-in-future'
  | 'age-not-whole'
  | 'age-unreadable'
  | 'code-unknown'
  | 'status-unknown'
  | 'status-without-list'
  | 'status-open-but-closed'
  | 'closes-after-as-at'
  | 'formula-without-value'
  | 'team-missing'
  | 'worker-missing';

/** One excluded or warned row. Of the child it holds the child id and nothing else. */
export interface ReportLine<Code extends string> {
  /** 1 to 11; null for rows of a merged csv whose `list` value names no list. */
  readonly list: number | null;
  readonly sheet: string;
  /** As a person sees it in Excel. Of a line about several rows, the first; null where there is none. */
  readonly row: number | null;
  /** How many rows the line is about. */
  readonly rows: number;
  readonly child: string | null;
  /** The known heading that the line is about. */
  readonly heading: string | null;
  readonly code: Code;
  readonly message: string;
}

export interface ListReport {
  readonly list: number | null;
  readonly sheet: string;
  readonly headingRow: number;
  /** Rows below the heading row with something in them. Always rowsUsed + rowsExcluded. */
  readonly rowsRead: number;
  readonly rowsUsed: number;
  /** Of the rows used, those about a child who is in the population by another row. */
  readonly rowsMerged: number;
  readonly rowsExcluded: number;
  readonly warnings: number;
  /** Headings that are not in the template: a person may decide what they mean, and import again with that decision. */
  readonly unmatchedHeadings: readonly string[];
  /** Known headings that stand over several columns: in each row the first column that holds something was read. */
  readonly repeatedHeadings: readonly string[];
  /** Headings of the template that the sheet does not have. */
  readonly missingHeadings: readonly string[];
}

export interface OtherSheet {
  readonly sheet: string;
  readonly reason: 'not-a-list' | 'empty' | 'headings-not-found';
}

export interface IgnoredPart {
  readonly part: string;
  readonly what: 'macros' | 'external link' | 'data connection' | 'embedded object' | 'not a list';
}

export interface ImportReport {
  readonly fileName: string;
  readonly format: 'workbook' | 'csv-per-list' | 'merged-csv';
  /** ISO date. */
  readonly asAt: string;
  /** In the order of the lists. */
  readonly lists: readonly ListReport[];
  readonly otherSheets: readonly OtherSheet[];
  /** What was in the file and was neither run nor followed nor read. */
  readonly ignoredParts: readonly IgnoredPart[];
  /** The lists that make the population row by row; each other list in one line. */
  readonly excluded: readonly ReportLine<ExclusionCode>[];
  readonly warnings: readonly ReportLine<WarningCode>[];
  readonly cohorts: Readonly<Partial<Record<Cohort, number>>>;
  readonly totals: {
    readonly rowsRead: number;
    readonly rowsUsed: number;
    readonly rowsMerged: number;
    readonly rowsExcluded: number;
    /** Always rowsUsed - rowsMerged. */
    readonly children: number;
    /** Children that appear in excluded rows only. */
    readonly childrenExcluded: number;
    readonly warnings: number;
  };
  /** The two sums above as a sentence. */
  readonly reconciliation: string;
}
