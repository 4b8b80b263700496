import type { AdjustableAudit } from '#assurance-statistics';
import type { MissingModeration } from './moderated-audits.js';

/** How the adjusted grades were made. */
export interface AdjustmentMade {
  /** Audits with a first grade that were not withdrawn; the sum of the four that follow. */
  readonly n: number;
  /** Moderated, as a rule meets every audit like them. */
  readonly certain: number;
  /** Certain to be moderated and not moderated; those of `certain` speak for them. */
  readonly awaited: number;
  /** Moderated, as chance chose them. */
  readonly byChance: number;
  /** Left to chance and not moderated by it; those of `byChance` speak for them. */
  readonly notModerated: number;
  /** Why audits for whose moderation something asked are not among the moderated. */
  readonly missing: readonly { readonly reason: MissingModeration; readonly n: number }[];
  /** Fewest moderated audits on which the figure of a part of the cases may rest; null where the cases are whole cycles. */
  readonly fewest: number | null;
  /** With which anybody can draw the intervals again, by the `generator`. */
  readonly seed: string;
  readonly replicates: number;
}

export function countAdjusted(
  audits: readonly AdjustableAudit[],
): Pick<AdjustmentMade, 'n' | 'certain' | 'awaited' | 'byChance' | 'notModerated'> {
  const count = (certain: boolean, moderated: boolean): number =>
    audits.filter(
      ({ probability, moderatedGrade }) =>
        (probability === 1) === certain && (moderatedGrade !== null) === moderated,
    ).length;
  return {
    n: audits.length,
    certain: count(true, true),
    awaited: count(true, false),
    byChance: count(false, true),
    notModerated: count(false, false),
  };
}
