import { ExcludedRow } from './excluded-row.js';
import type { CellFigure, RowFigures } from './read-figures.js';

/** What the figures of a percentage count in where they carry no per cent sign: hundredths, or shares of one. */
export type PercentScale = 'hundredths' | 'shares';

/**
 * Figures above 1 are hundredths. Where all are 1 or less, numerator and denominator tell, or that something lies between 0 and 1 and
 * nothing carries a sign. Excludes the row where nothing tells.
 */
export function percentScale(figures: RowFigures): PercentScale {
  const { current, previousYear, minimum, upper, months, years } = figures;
  const all = [current, previousYear, minimum, upper, ...months, ...years].filter((one) => one !== null);
  const unsigned = all.filter(({ printed }) => !printed.endsWith('%'));
  const largest = Math.max(0, ...unsigned.map(valueOf));
  if (largest === 0 || largest > 1) return 'hundredths';
  const told = toldByFraction(figures);
  if (told !== null) return told;
  const between = unsigned.some((one) => valueOf(one) > 0 && valueOf(one) < 1);
  if (unsigned.length === all.length && between) return 'shares';
  const odd = unsigned.find((one) => valueOf(one) > 0) as CellFigure;
  throw new ExcludedRow('percent-ambiguous', odd.column, odd.printed);
}

/** Closer than half a percentage point. */
const NEAR = 0.5;

function toldByFraction({ numerator, denominator, current }: RowFigures): PercentScale | null {
  if (numerator === null || denominator === null || current === null || current.printed.endsWith('%'))
    return null;
  const percent = (100 * valueOf(numerator)) / valueOf(denominator);
  if (Math.abs(100 * valueOf(current) - percent) < NEAR) return 'shares';
  return Math.abs(valueOf(current) - percent) < NEAR ? 'hundredths' : null;
}

const valueOf = ({ printed }: CellFigure): number => Number(printed.replace('%', ''));

/** A share of one, in digits, as hundredths with a per cent sign: `0.895` is `89.5%`. */
export function asPercent(share: string): string {
  const [whole = '0', fraction = ''] = share.split('.');
  const padded = fraction.padEnd(2, '0');
  const hundredths = (whole + padded.slice(0, 2)).replace(/^0+(?=\d)/, '');
  return `${hundredths}${padded.length > 2 ? `.${padded.slice(2)}` : ''}%`;
}
