import { readWholeXml } from './xml-reader.js';

/**
 * Which cell styles show a number as a day (ECMA-376 part 1, 18.8.30): by the number formats that every workbook has, or by a
 * format of its own that shows a day or a year. A time of day alone is not a date.
 */
export async function readDateStyles(chunks: AsyncIterable<Uint8Array>): Promise<ReadonlySet<number>> {
  const ownDateFormats = new Set<number>();
  const dateStyles = new Set<number>();
  let inCellStyles = false;
  let style = 0;
  await readWholeXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt' && showsDay(attributes['formatCode'] ?? '')) {
        ownDateFormats.add(Number(attributes['numFmtId']));
      } else if (name === 'cellXfs') {
        inCellStyles = true;
      } else if (name === 'xf' && inCellStyles) {
        const format = Number(attributes['numFmtId'] ?? 0);
        if (isBuiltInDate(format) || ownDateFormats.has(format)) dateStyles.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return dateStyles;
}

function isBuiltInDate(format: number): boolean {
  const ranges: readonly (readonly [number, number])[] = [
    [14, 17],
    [22, 22],
    [27, 31],
    [34, 36],
    [50, 58],
  ];
  return ranges.some(([from, to]) => format >= from && format <= to);
}

function showsDay(formatCode: string): boolean {
  const shown = formatCode.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '');
  return /[dy]/i.test(shown);
}
