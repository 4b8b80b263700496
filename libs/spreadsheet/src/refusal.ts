/** Why a file is not read at all. Nothing has been taken from it. */
export type FileRefusalCode =
  | 'file-empty'
  | 'not-a-workbook'
  | 'workbook-damaged'
  | 'encrypted-workbook'
  | 'old-excel-workbook'
  | 'open-document-workbook'
  | 'binary-workbook'
  | 'too-large'
  | 'too-many-parts'
  | 'unsafe-name'
  | 'unsafe-xml'
  | 'csv-damaged';

export interface FileRefusal {
  readonly code: FileRefusalCode;
  /** A plain sentence that says what was found and what to do. Never a value of a cell. */
  readonly message: string;
}

/** Carries a refusal out of the middle of a stream. Whoever reads a file turns it into a value. */
export class RefusedFile extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.message);
  }
}

export function refuse(code: FileRefusalCode, message: string): never {
  throw new RefusedFile({ code, message });
}
