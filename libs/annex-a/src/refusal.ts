/** Why a file is not imported at all. Nothing has been taken from it. */
export type RefusalCode =
  | 'as-at-date-invalid'
  | 'file-empty'
  | 'not-a-workbook'
  | 'workbook-damaged'
  | 'encrypted-workbook'
  | 'old-excel-workbook'
  | 'open-document-workbook'
  | 'binary-workbook'
  | 'too-large'
  | 'too-many-parts'
  | 'too-many-rows'
  | 'unsafe-name'
  | 'unsafe-xml'
  | 'csv-damaged'
  | 'send-workbook'
  | 'no-child-list'
  | 'list-twice'
  | 'headings-not-found'
  | 'essential-heading-missing'
  | 'heading-decision-unknown';

export interface Refusal {
  readonly code: RefusalCode;
  /** A plain sentence that says what was found and what to do. Never a value of a child's row. */
  readonly message: string;
}

/**
 * Carries a refusal out of the middle of a stream. It never leaves this library: readAnnexA turns it into a value.
 */
export class RefusedFile extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export function refuse(code: RefusalCode, message: string): never {
  throw new RefusedFile({ code, message });
}
