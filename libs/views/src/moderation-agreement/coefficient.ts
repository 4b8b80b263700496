import type { Figure } from '#assurance-statistics';
import { threeDecimals } from '../decimals.js';

/** A coefficient of agreement as figures print it, three decimals: 1 is full agreement, 0 what chance would give. */
export type Coefficient = (
  | { readonly value: number }
  /** `too-few`: fewer pairs than the policy asks for. Otherwise why there is none. */
  | { readonly value: null; readonly reason: string }
) & {
  /** Sampling error only. */
  readonly interval95: readonly [lower: number, upper: number] | null;
  /** Why there is a coefficient without an interval. */
  readonly noIntervalReason?: string;
};

export const TOO_FEW: Coefficient = { value: null, reason: 'too-few', interval95: null };

/** A coefficient from the statistic, its limits cut at 1, which it cannot exceed. */
export function coefficient(
  of: Figure<number, string> & { readonly interval: Figure<readonly [number, number], string> },
): Coefficient {
  if (of.value === null) return { value: null, reason: of.reason, interval95: null };
  const value = threeDecimals(of.value);
  const { interval } = of;
  if (interval.value === null) return { value, interval95: null, noIntervalReason: interval.reason };
  const [lower, upper] = interval.value;
  return { value, interval95: [threeDecimals(lower), threeDecimals(Math.min(1, upper))] };
}
