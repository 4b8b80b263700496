import { textOf, type Cell } from './cell.js';

const dayMs = 86_400_000;
const earliest = '1920-01-01';
const latest = '2099-12-31';

/** Day 0 of Excel's two date systems, as days before 1970-01-01. */
const day0 = { excel1900: 25_569, excel1904: 24_107 };

export type DateReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'unreadable' };

/**
 * Reads a date written in any of the ways that occur side by side in one column: ISO text (also what a real date becomes),
 * DD/MM/YYYY (also with - or . and with a time), or an Excel serial as number or text. Everything is calendar days in UTC.
 * A serial of 0, which Excel shows as 00/01/1900, is a blank that went through a formula.
 * Dates outside 1920 to 2099 are unreadable: no child's record holds one.
 */
export function readDate(cell: Cell | undefined, dates1904: boolean): DateReading {
  const text = textOf(cell);
  if (text === null) return { kind: 'blank' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: [\d:.]+)?$/.exec(text);
  if (british) return checked(Number(british[3]), Number(british[2]), Number(british[1]));
  if (/^\d+(\.\d+)?$/.test(text)) {
    const serial = Number(text);
    return serial === 0 ? { kind: 'blank' } : inRange(serialToIsoDate(serial, dates1904));
  }
  return { kind: 'unreadable' };
}

/** The calendar day of an Excel serial; null when it is no day that Excel can show. */
export function serialToIsoDate(serial: number, dates1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const days = Math.floor(serial) - (dates1904 ? day0.excel1904 : day0.excel1900);
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const reading = /^\d{4}-\d{2}-\d{2}$/.test(text) ? readDate(text, false) : null;
  return reading?.kind === 'date';
}

function checked(year: number, month: number, day: number): DateReading {
  const time = new Date(Date.UTC(year, month - 1, day));
  const exists =
    time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return exists ? inRange(time.toISOString().slice(0, 10)) : { kind: 'unreadable' };
}

function inRange(date: string | null): DateReading {
  return date !== null && date >= earliest && date <= latest
    ? { kind: 'date', date }
    : { kind: 'unreadable' };
}
