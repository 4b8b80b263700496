import { textOf, type Cell } from '#spreadsheet';

export interface ChildId {
  readonly id: string;
  /** The spreadsheet had already lost digits of a long number, so the id may not be the authority's own. */
  readonly rounded: boolean;
}

/** Reads an opaque id: 1001, 1001.0 and the text "1001" are the same child; text keeps its zeros, letters and length. */
export function readChildId(cell: Cell | undefined): ChildId | null {
  const text = textOf(cell);
  if (text === null) return null;
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell)) return { id: text, rounded: false };
    return { id: BigInt(cell).toString(), rounded: Math.abs(cell) >= 1e15 };
  }
  if (/^\d+(\.\d+)?E\+?\d+$/i.test(text)) return { id: text, rounded: true };
  return { id: text.replace(/^(\d+)\.0+$/, '$1'), rounded: false };
}
