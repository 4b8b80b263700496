import { compare, minus, rational, rounded, type Polarity, type Rational } from '#audit-cycle';

/** `none` where neither way is better. */
export const DIRECTIONS = ['better', 'worse', 'no-change', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A number and how many decimals it is stated with. */
export interface Stated {
  readonly value: Rational;
  readonly decimals: number;
}

/** How a figure stands beside another one. */
export interface Comparison {
  /** The other one, in decimal digits. */
  readonly value: string;
  /** The figure less the other one, in the unit of the measure, with as many decimals as the more precise of the two. */
  readonly change: string;
  readonly direction: Direction;
}

/**
 * Two figures that are the same at the precision of the coarser one have not changed: 48 % beside 48.3 % says nothing. Otherwise the
 * polarity of the measure says which way is better.
 */
export function comparisonOf(one: Stated, other: Stated, polarity: Polarity): Comparison {
  const finer = Math.max(one.decimals, other.decimals);
  return {
    value: rounded(other.value, other.decimals),
    change: rounded(minus(one.value, other.value), finer),
    direction: directionOf(one, other, polarity),
  };
}

function directionOf(one: Stated, other: Stated, polarity: Polarity): Direction {
  if (polarity === 'none') return 'none';
  const coarser = Math.min(one.decimals, other.decimals);
  const [now, then] = [one, other].map(({ value }) => rational(rounded(value, coarser))) as [
    Rational,
    Rational,
  ];
  const sign = compare(now, then);
  if (sign === 0) return 'no-change';
  return sign > 0 === (polarity === 'higher-is-better') ? 'better' : 'worse';
}
