import type { MeasureUnit } from './definition.js';
import type { FigureFlag, ValueSource } from './figure.js';
import { decimalsOf, printedFigure } from './printed-figure.js';
import { compare, minus, rational, type Rational } from './rational.js';

/** What of a figure its value follows from. */
export interface Reported {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly printed: string | null;
}

/** The value of a figure, exact, in the unit of its measure, and what it follows from. */
export interface FigureValue {
  readonly value: Rational;
  readonly from: ValueSource;
}

const TIMES: Readonly<Record<MeasureUnit, bigint>> = {
  percent: 100n,
  'rate-per-10000': 10_000n,
  number: 1n,
  days: 1n,
};

/** Numerator over denominator where both are known, else what is printed; null where that is no number of the unit either. */
export const valueOf = (figure: Reported, unit: MeasureUnit): FigureValue | null => {
  const { numerator, denominator, printed } = figure;
  if (numerator !== null && denominator !== null) {
    const value = { numerator: BigInt(numerator) * TIMES[unit], denominator: BigInt(denominator) };
    return { value, from: 'numerator-and-denominator' };
  }
  const figured = printed === null ? null : printedFigure(printed, unit);
  return figured === null ? null : { value: rational(figured), from: 'printed' };
};

/** What is odd about a figure: more than half of its last printed digit lies between what is printed and what it comes to. */
export const flagsOf = (figure: Reported, unit: MeasureUnit): readonly FigureFlag[] => {
  const computed = valueOf({ ...figure, printed: null }, unit);
  const printed = figure.printed === null ? null : printedFigure(figure.printed, unit);
  if (computed === null || printed === null) return [];
  const away = minus(computed.value, rational(printed));
  const half = { numerator: 1n, denominator: 2n * 10n ** BigInt(decimalsOf(printed)) };
  const distance = away.numerator < 0n ? { ...away, numerator: -away.numerator } : away;
  return compare(distance, half) > 0 ? ['printed-differs'] : [];
};
