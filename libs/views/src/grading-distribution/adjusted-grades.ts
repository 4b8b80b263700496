import {
  moderationAdjusted,
  type AdjustedShare,
  type ModerationAdjustedReason,
  type Sha256Hex,
} from '#assurance-statistics';
import { GRADES, type Grade } from '#audit-cycle';
import { tally } from '../in-order.js';
import { oneDecimal } from '../share.js';
import { countAdjusted, type AdjustmentMade } from './adjustment-made.js';
import type { GradesAsked } from './cases-asked.js';
import { inPercent, type GradeIntervals, type PercentInterval } from './grade-intervals.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import type { IntervalBasis, ListBehind } from './list-behind.js';
import { moderatedAudits, type ModeratedAudit } from './moderated-audits.js';
import { named, type NamedCycle } from './unmoderated-cycles.js';

/** A share as it would be if everything had been moderated. */
export interface AdjustedPercent {
  /** One decimal. */
  readonly percent: number;
  readonly interval95: PercentInterval;
}

/**
 * The grades as they would be if every audit had been moderated, beside the final grades, of which most never were. Each
 * audit that was moderated counts by what it stands for: 1 over its chance of being drawn for the sample and of being chosen
 * for moderation.
 */
export interface AdjustedGrades {
  /** The final grades, weighted as the adjusted ones are. */
  readonly final: GradeIntervals;
  readonly adjusted: {
    readonly grades: readonly (AdjustedPercent & { readonly grade: Grade })[];
    readonly goodOrBetter: AdjustedPercent;
    /** What the random words of the intervals come from. */
    readonly generator: string;
  } | null;
  /** Good or better, adjusted less final, both as they are printed, percentage points: below 0 the final grades are too kind. */
  readonly difference: number | null;
  /** Why there is no difference beside adjusted grades: in an open cycle the audits that are final are others than those that are moderated. */
  readonly noDifferenceReason?: 'cycle-open' | 'n=0';
  /**
   * Why nothing is adjusted. `no-chance-of-moderation`: the policy leaves some audits without any chance. `cycle-not-moderated`: of
   * several cycles there is one of whose audits moderation tells nothing. `too-few`: a part of the cases has fewer moderated audits
   * than `made.fewest`.
   */
  readonly reason?: ModerationAdjustedReason | 'no-chance-of-moderation' | 'cycle-not-moderated' | 'too-few';
  /** The cycles that are the reason, where cycles are. */
  readonly because?: readonly NamedCycle[];
  readonly basis: IntervalBasis;
  readonly covers: 'which cases were sampled and which audits were moderated, not errors of moderators';
  readonly made: AdjustmentMade;
}

/** Draws of the intervals: others as many move a limit by less than a point. */
const REPLICATES = 400;

/** What grades are adjusted by, beside themselves. */
export interface Adjusting {
  /** Cycles for whose audits no others may speak. */
  readonly unmoderated: readonly NamedCycle[];
  readonly list: ListBehind;
  readonly seed: string;
  readonly sha256Hex: Sha256Hex;
  /** Fewest moderated audits of a part of the cases; null where the cases are whole cycles. */
  readonly fewest: number | null;
}

/** The adjusted grades, and their share of good or better with full precision. */
export interface Adjusted {
  readonly grades: AdjustedGrades;
  readonly goodOrBetter: number | null;
}

/** @param final intervals of the final grades of the same cases */
export function adjustedGrades(
  grades: GradesAskedFor,
  asked: Omit<GradesAsked, 'stage' | 'by'>,
  final: GradeIntervals,
  adjusting: Adjusting,
): Adjusted {
  const { list, seed, sha256Hex, fewest } = adjusting;
  const { audits, missing } = moderatedAudits(grades, asked);
  const about = {
    ...{ final, basis: list.basis },
    covers: 'which cases were sampled and which audits were moderated, not errors of moderators' as const,
    made: {
      ...countAdjusted(audits),
      ...{ missing: tally(missing), fewest, seed, replicates: REPLICATES },
    },
  };
  const none = { ...about, adjusted: null, difference: null };
  const refused = notAdjustable(grades, audits, adjusting);
  if (refused !== null) return { grades: { ...none, ...refused }, goodOrBetter: null };
  const found = moderationAdjusted({
    ...{ audits, seed, sha256Hex, replicates: REPLICATES },
    populationSize: list.listed ?? Infinity,
    designEffect: final.families.designEffect ?? 1,
  });
  if (found.value === null) return { grades: { ...none, reason: found.reason }, goodOrBetter: null };
  const { byGrade, atLeast, generator } = found.value;
  const good = atLeast[GRADES.indexOf('good')]!;
  return {
    goodOrBetter: good.share,
    grades: {
      ...about,
      adjusted: {
        grades: byGrade.map((share, at) => ({ grade: GRADES[at]!, ...adjustedPercent(share) })),
        goodOrBetter: adjustedPercent(good),
        generator,
      },
      ...differenceOf(good.share, final, grades),
    },
  };
}

/** Why nothing is to be adjusted, whatever the moderated ones say. */
function notAdjustable(
  { cycles }: GradesAskedFor,
  audits: readonly ModeratedAudit[],
  { unmoderated, fewest }: Adjusting,
): Pick<AdjustedGrades, 'reason' | 'because'> | null {
  const hopeless = audits.filter(({ probability }) => probability === 0);
  if (hopeless.length > 0)
    return {
      reason: 'no-chance-of-moderation',
      because: named(cycles, (id) => hopeless.some(({ cycle }) => cycle === id)),
    };
  const counted = new Set(audits.map(({ cycle }) => cycle));
  const because = counted.size > 1 ? unmoderated.filter(({ id }) => counted.has(id)) : [];
  if (because.length > 0) return { reason: 'cycle-not-moderated', because };
  const moderated = audits.filter(({ moderatedGrade }) => moderatedGrade !== null).length;
  return fewest !== null && audits.length > 0 && moderated < fewest ? { reason: 'too-few' } : null;
}

function differenceOf(
  adjusted: number,
  { goodOrBetter: { percent } }: GradeIntervals,
  { cycles }: GradesAskedFor,
): Pick<AdjustedGrades, 'difference' | 'noDifferenceReason'> {
  if (cycles.some(({ status }) => status !== 'closed'))
    return { difference: null, noDifferenceReason: 'cycle-open' };
  return percent === null
    ? { difference: null, noDifferenceReason: 'n=0' }
    : { difference: Math.round(10 * (oneDecimal(adjusted) - percent)) / 10 };
}

const adjustedPercent = ({ share, ci }: AdjustedShare): AdjustedPercent => ({
  percent: oneDecimal(share),
  interval95: inPercent(ci),
});
