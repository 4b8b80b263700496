import type { MeasureUnit } from './definition.js';
import type { Decimal } from './figure.js';

const PRINTED = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?(?:\s?(%))?$/;

/**
 * The number that a source prints: digits, thousands apart by commas or not, a point, a per cent sign where the unit is per cent.
 * Its decimals stay as they are printed, because they say how precise it is. Null for anything else, a sign among it.
 */
export const printedFigure = (printed: string, unit: MeasureUnit): Decimal | null => {
  const [, whole, fraction = '', sign] = PRINTED.exec(printed) ?? [];
  if (whole === undefined || (sign !== undefined && unit !== 'percent')) return null;
  return whole.replaceAll(',', '') + fraction;
};

/** How many decimals a number is written with. */
export const decimalsOf = (decimal: Decimal): number => (decimal.split('.')[1] ?? '').length;
