import type { Column } from '../headings/column.js';
import type { ExclusionCode } from '../scorecard-report.js';

/** Carries out of the middle of a row why it cannot be used. It never leaves this library: the row becomes a line of the report. */
export class ExcludedRow extends Error {
  constructor(
    readonly code: ExclusionCode,
    readonly column: Column | null = null,
    readonly detail = '',
  ) {
    super(code);
  }
}
