/** A number without rounding: what a figure is held against must not depend on how a float comes out. */
export interface Rational {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

/** Of decimal digits, with or without a sign and a point. @throws SyntaxError on anything else */
export const rational = (decimal: string): Rational => {
  const [whole = '', fraction = ''] = decimal.split('.');
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
};

export const minus = (one: Rational, other: Rational): Rational => ({
  numerator: one.numerator * other.denominator - other.numerator * one.denominator,
  denominator: one.denominator * other.denominator,
});

/** Below zero, zero or above zero, as one is smaller than, equal to or greater than the other. */
export const compare = (one: Rational, other: Rational): -1 | 0 | 1 => {
  const { numerator } = minus(one, other);
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
};

/** Decimal digits, halves rounded away from zero; never `-0`. */
export const rounded = ({ numerator, denominator }: Rational, decimals: number): string => {
  const scaled = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(decimals);
  const nearest = (2n * scaled + denominator) / (2n * denominator);
  const digits = String(nearest).padStart(decimals + 1, '0');
  const sign = numerator < 0n && nearest > 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - decimals)}`;
};
