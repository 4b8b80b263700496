import type { Figure } from './figure.js';
import { requireCount, requireShare } from './require-argument.js';
import { twoSidedZ } from './two-sided-z.js';

export interface PrecisionWanted {
  /** N, the length of the list; null for a population without limit. */
  readonly populationSize: number | null;
  /** The share expected, 0 to 1; 0.5 asks for the largest sample. */
  readonly p: number;
  /** How far off the share found may be, each way, as a share of 1: 0.0001 to 1. */
  readonly marginOfError: number;
  /** 0.5 to 0.9999; 0.95 unless stated. */
  readonly confidence?: number;
}

export interface SampleSize {
  /** The size for a population without limit, before rounding. */
  readonly n0: number;
  /** The size for this population, before rounding. */
  readonly raw: number;
  /** The size to draw: raw rounded up, never more than the population. */
  readonly n: number;
}

/**
 * How many cases to draw for a stated precision: n0 = z^2 p(1-p)/e^2, then n0 / (1 + (n0-1)/N), rounded up
 * (Cochran 1977, 4.4; the form of Krejcie and Morgan 1970).
 *
 * @returns no figure for an empty list (`n=0`), or when p is 0 or 1, where nothing varies (`no-variation`)
 */
export function sampleSize(wanted: PrecisionWanted): Figure<SampleSize, 'n=0' | 'no-variation'> {
  const { populationSize, p, marginOfError, confidence = 0.95 } = wanted;
  if (populationSize !== null) requireCount('populationSize', populationSize);
  requireShare('p', p);
  if (!(marginOfError >= 0.0001 && marginOfError <= 1)) {
    throw new RangeError(`marginOfError must be from 0.0001 to 1, not ${marginOfError}`);
  }
  const z = twoSidedZ(confidence);
  if (populationSize === 0) return { value: null, reason: 'n=0' };
  if (p === 0 || p === 1) return { value: null, reason: 'no-variation' };

  const n0 = (z * z * p * (1 - p)) / (marginOfError * marginOfError);
  const raw = populationSize === null ? n0 : n0 / (1 + (n0 - 1) / populationSize);
  return { value: { n0, raw, n: Math.min(Math.ceil(raw), populationSize ?? Infinity) } };
}
