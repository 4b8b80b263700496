import { wilsonInterval } from '#assurance-statistics';

/** A part of a whole as figures print it. */
export interface Share {
  readonly n: number;
  readonly of: number;
  /** One decimal. */
  readonly percent: number | null;
  /** Wilson, percentages with one decimal; sampling error only, and of a population without limit. */
  readonly interval95: readonly [lower: number, upper: number] | null;
  /** Why percent and interval are null. */
  readonly reason?: 'n=0';
}

export function shareOf(n: number, of: number): Share {
  const { value, ci } = wilsonInterval(n, of);
  return value === null
    ? { n, of, percent: null, interval95: null, reason: 'n=0' }
    : { n, of, percent: oneDecimal(value), interval95: [oneDecimal(ci[0]), oneDecimal(ci[1])] };
}

/** A share of 1 as a percentage. */
export const oneDecimal = (share: number): number => Math.round(share * 1000) / 10;
