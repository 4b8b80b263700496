import { differenceOfMeans } from '#assurance-statistics';
import type { CycleId } from '#audit-cycle';
import { twoDecimals } from '../decimals.js';

/** Whether an auditor grades otherwise than before. */
export interface Drift {
  /** Of every cycle in which a grade of the auditor was judged, the earliest first. */
  readonly cycles: readonly {
    readonly cycle: CycleId;
    readonly n: number;
    /** Mean steps by which the judges' grades are worse, two decimals; null where fewer grades are judged in all than the policy asks for. */
    readonly mean: number | null;
  }[];
  /** The later half of those cycles less the earlier half, in steps of the scale: above 0 the auditor has become kinder. */
  readonly change: number | null;
  /** Of the change (Welch). */
  readonly interval95: readonly [lower: number, upper: number] | null;
  readonly reason?: 'too-few' | 'no-variation';
}

/** @param fewest judged grades that either half must have */
export function driftOf(
  cycles: readonly (readonly [cycle: CycleId, shifts: readonly number[]])[],
  fewest: number,
): Drift {
  const judged = cycles.filter(([, shifts]) => shifts.length > 0);
  const n = judged.reduce((sum, [, shifts]) => sum + shifts.length, 0);
  const points = judged.map(([cycle, shifts]) => ({
    ...{ cycle, n: shifts.length },
    mean: n < fewest ? null : twoDecimals(shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length),
  }));
  const middle = Math.floor(judged.length / 2);
  const [earlier, later] = [judged.slice(0, middle), judged.slice(middle)].map((half) =>
    half.flatMap(([, shifts]) => shifts),
  ) as [number[], number[]];
  const none = { cycles: points, change: null, interval95: null } as const;
  if (earlier.length < fewest || later.length < fewest) return { ...none, reason: 'too-few' };
  const difference = differenceOfMeans(later, earlier);
  if (difference.value === null) return { ...none, reason: 'no-variation' };
  const { change, ci } = difference.value;
  return {
    cycles: points,
    change: twoDecimals(change),
    interval95: [twoDecimals(ci[0]), twoDecimals(ci[1])],
  };
}
