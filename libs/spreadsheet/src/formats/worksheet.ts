import { formulaWithoutValue, type Cell } from '../cells/cell.js';
import { serialToIsoDate } from '../cells/calendar-date.js';
import { percentageText } from '../cells/percentage.js';
import type { Limits } from '../limits.js';
import type { NumberStyles } from './number-styles.js';
import { unescapeText } from './shared-strings.js';
import type { SheetRow } from './sheet.js';
import { readXml } from './xml-reader.js';

/** What becomes of a number that the sheet shows as a percentage: the number, or text with a per cent sign. */
export type Percentages = 'as-numbers' | 'as-shown';

export interface WorkbookContext {
  readonly sharedStrings: readonly string[];
  readonly styles: NumberStyles;
  readonly dates1904: boolean;
  readonly limits: Limits;
  readonly percentages: Percentages;
}

/**
 * The rows of one worksheet as they inflate (ECMA-376 part 1, 18.3.1). Of a formula it takes the value that was saved with
 * it; nothing is evaluated. Merged cells, validations, styles and hyperlinks are passed over.
 */
export async function* readWorksheet(
  chunks: AsyncIterable<Uint8Array>,
  context: WorkbookContext,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  let number = 0;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let cell = emptyCell();
  let taking = false;
  const reading = readXml(chunks, {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attributes['r']);
        number = Number.isSafeInteger(given) && given > number ? given : number + 1;
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        cell = emptyCell(attributes['t'], Number(attributes['s'] ?? 0));
      } else if (name === 'f') {
        cell.formula = true;
      } else if (name === 'rPh') {
        cell.phonetic = true;
      } else if (name === 'v' || name === 't') {
        taking = !cell.phonetic;
        cell.hasValue = true;
      }
    },
    text(text) {
      if (taking) cell.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') cell.phonetic = false;
      else if (name === 'c' && column < context.limits.columns) {
        const value = valueOf(cell, context);
        if (value !== null) cells[column] = value;
      } else if (name === 'row' && cells.length > 0) rows.push({ number, cells });
    },
  });
  for await (const _ of reading) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

interface WrittenCell {
  readonly type: string;
  readonly style: number;
  text: string;
  hasValue: boolean;
  formula: boolean;
  phonetic: boolean;
}

function emptyCell(type = 'n', style = 0): WrittenCell {
  return { type, style, text: '', hasValue: false, formula: false, phonetic: false };
}

function valueOf(cell: WrittenCell, context: WorkbookContext): Cell {
  const isText = cell.type === 'str' || cell.type === 'inlineStr';
  if (cell.formula && (!cell.hasValue || (cell.text === '' && !isText))) return formulaWithoutValue;
  if (!cell.hasValue || cell.text === '') return null;
  if (cell.type === 's') return context.sharedStrings[Number(cell.text)] ?? null;
  if (cell.type === 'b') return cell.text === '1' ? 'TRUE' : 'FALSE';
  if (cell.type !== 'n') return unescapeText(cell.text);
  const number = Number(cell.text);
  if (!Number.isFinite(number)) return cell.text;
  const decimals = context.styles.percentages.get(cell.style);
  if (decimals !== undefined && context.percentages === 'as-shown') return percentageText(number, decimals);
  const isDate = number >= 1 && context.styles.days.has(cell.style);
  return (isDate ? serialToIsoDate(number, context.dates1904) : null) ?? number;
}

/** `AB12` is column 27. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
