import type { IsoDate } from '../vocabulary/dates.js';
import type { Polarity } from './definition.js';
import type { Decimal } from './figure.js';
import { minus, rational, type Rational } from './rational.js';

export const TARGETS_RULES = ['minimum-and-upper-1'] as const;
/** How targets are read: as good as the upper one or better is green, worse than the minimum red, and what is between amber. */
export type TargetsRule = (typeof TARGETS_RULES)[number];

/** What figures are held against, as they were set. */
export interface Targets {
  /** Counts from 1. */
  readonly version: number;
  /** Version of the definition that they are for. */
  readonly definition: number;
  readonly from: IsoDate;
  /** Null, and the upper one as well, where there are none from that day on. */
  readonly minimum: Decimal | null;
  readonly upper: Decimal | null;
  readonly rule: TargetsRule;
}

/** Targets that a figure can be held against. */
export interface TargetsInForce extends Targets {
  readonly minimum: Decimal;
  readonly upper: Decimal;
}

export const RAGS = ['green', 'amber', 'red'] as const;
/** How a figure stands to its targets. */
export type Rag = (typeof RAGS)[number];

/**
 * The targets of a definition on a day: those that begin last on it or before it, and of those that begin on one day the newest.
 * Null where there are none, or where they were done away with.
 */
export const targetsOn = (
  all: readonly Targets[],
  definition: number,
  day: IsoDate,
): TargetsInForce | null => {
  const begun = all.filter((one) => one.definition === definition && one.from <= day);
  const last = begun.reduce<Targets | null>(
    (best, one) => (best === null || one.from >= best.from ? one : best),
    null,
  );
  return last === null || last.minimum === null || last.upper === null
    ? null
    : { ...last, minimum: last.minimum, upper: last.upper };
};

/** How far a figure falls short, in the unit of the measure: above zero where it is worse than the target, zero where it meets it just so. */
export const shortOf = (value: Rational, target: Decimal, polarity: Exclude<Polarity, 'none'>): Rational =>
  polarity === 'higher-is-better' ? minus(rational(target), value) : minus(value, rational(target));

/** Whether a figure is worse than a target. */
export const isShort = (value: Rational, target: Decimal, polarity: Exclude<Polarity, 'none'>): boolean =>
  shortOf(value, target, polarity).numerator > 0n;

/** By the rule `minimum-and-upper-1`. Whoever meets a target just so has met it. */
export const ragOf = (
  value: Rational,
  { minimum, upper }: TargetsInForce,
  polarity: Exclude<Polarity, 'none'>,
): Rag => {
  if (!isShort(value, upper, polarity)) return 'green';
  return isShort(value, minimum, polarity) ? 'red' : 'amber';
};
