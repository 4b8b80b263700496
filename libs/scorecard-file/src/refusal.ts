import type { FileRefusal } from '#spreadsheet';

/** Why a table that could be opened is not imported. */
type TableRefusalCode =
  | 'not-a-date'
  | 'too-many-rows'
  | 'headings-not-found'
  | 'heading-twice'
  | 'heading-decision-unknown'
  | 'table-after-day'
  | 'day-not-in-table';

/** Why a file is not imported at all. Nothing has been taken from it. */
export interface Refusal {
  readonly code: FileRefusal['code'] | TableRefusalCode;
  /** A plain sentence that says what was found and what to do. */
  readonly message: string;
}

/** Carries a refusal out of the middle of a table. It never leaves this library: readScorecard turns it into a value. */
export class RefusedTable extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export function refuse(code: Refusal['code'], message: string): never {
  throw new RefusedTable({ code, message });
}
