import type { FileRefusal } from '#spreadsheet';

/** Why lists that could be opened are not imported. */
type ListsRefusalCode =
  | 'as-at-date-invalid'
  | 'too-many-rows'
  | 'send-workbook'
  | 'no-child-list'
  | 'list-twice'
  | 'headings-not-found'
  | 'essential-heading-missing'
  | 'heading-decision-unknown';

/** Why a file is not imported at all. Nothing has been taken from it. */
export type RefusalCode = FileRefusal['code'] | ListsRefusalCode;

export interface Refusal {
  readonly code: RefusalCode;
  /** A plain sentence that says what was found and what to do. Never a value of a child's row. */
  readonly message: string;
}

/** Carries a refusal out of the middle of a stream. It never leaves this library: readAnnexA turns it into a value. */
export class RefusedLists extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export function refuse(code: RefusalCode, message: string): never {
  throw new RefusedLists({ code, message });
}
