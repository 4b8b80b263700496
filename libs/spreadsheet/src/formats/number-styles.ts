import { readWholeXml } from './xml-reader.js';

/** How cell styles, by their number, show a number. */
export interface NumberStyles {
  /** As a day. */
  readonly days: ReadonlySet<number>;
  /** As a percentage, with so many decimals. */
  readonly percentages: ReadonlyMap<number, number>;
}

export const NO_STYLES: NumberStyles = { days: new Set(), percentages: new Map() };

/**
 * Which cell styles show a number as a day or as a percentage (ECMA-376 part 1, 18.8.30 and 18.8.31): by the number formats that every
 * workbook has, or by a format of its own. A time of day alone is not a date.
 */
export async function readNumberStyles(chunks: AsyncIterable<Uint8Array>): Promise<NumberStyles> {
  const ownFormats = new Map<number, string>();
  const days = new Set<number>();
  const percentages = new Map<number, number>();
  let inCellStyles = false;
  let style = 0;
  await readWholeXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') {
        ownFormats.set(Number(attributes['numFmtId']), shown(attributes['formatCode'] ?? ''));
      } else if (name === 'cellXfs') {
        inCellStyles = true;
      } else if (name === 'xf' && inCellStyles) {
        const format = Number(attributes['numFmtId'] ?? 0);
        const code = ownFormats.get(format) ?? PERCENT_FORMATS[format] ?? '';
        if (isBuiltInDate(format) || /[dy]/i.test(code)) days.add(style);
        else if (code.includes('%')) percentages.set(style, /\.(0+)/.exec(code)?.[1]?.length ?? 0);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return { days, percentages };
}

const PERCENT_FORMATS: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

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

/** What of a format is not text of its own. */
const shown = (formatCode: string): string =>
  formatCode.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '');
