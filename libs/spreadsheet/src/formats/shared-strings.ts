import type { Limits } from '../limits.js';
import { refuse } from '../refusal.js';
import { readWholeXml } from './xml-reader.js';

/**
 * The texts that the sheets point to by number. Rich text is joined; phonetic readings are not part of the text.
 */
export async function readSharedStrings(
  chunks: AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let size = 0;
  let taking = false;
  let phonetic = false;
  await readWholeXml(chunks, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') taking = !phonetic;
    },
    text(piece) {
      if (!taking) return;
      text += piece;
      size += piece.length;
      if (size > limits.partBytes) {
        refuse(
          'too-large',
          'The workbook holds far more text than is ever imported. Copy what is to be imported into a new workbook and import that.',
        );
      }
    },
    close(name) {
      if (name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** Workbooks write characters that XML forbids as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
