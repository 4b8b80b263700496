import {
  moderationAdjusted,
  type AdjustableAudit,
  type AdjustedShare,
  type ModerationAdjustedReason,
  type Sha256Hex,
} from '#assurance-statistics';
import { GRADES, type Grade } from '#audit-cycle';
import { tally } from '../in-order.js';
import { oneDecimal } from '../share.js';
import { casesOf, type GradesAsked } from './cases-asked.js';
import { countedGrades, type CountedGrade } from './counted-grades.js';
import {
  gradeIntervals,
  inPercent,
  isGoodOrBetter,
  type GradeIntervals,
  type PercentInterval,
} from './grade-intervals.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import type { IntervalBasis, ListBehind } from './list-behind.js';
import { moderatedAudits, type MissingModeration } from './moderated-audits.js';

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
  /** The final grades as they were counted. */
  readonly final: GradeIntervals;
  readonly adjusted: {
    readonly grades: readonly (AdjustedPercent & { readonly grade: Grade })[];
    readonly goodOrBetter: AdjustedPercent;
    /** What the random words of the intervals come from. */
    readonly generator: string;
  } | null;
  /**
   * Good or better of the final grades, each counted by 1 over its chance of being drawn for the sample, as the adjusted ones are: that of
   * `final` where all chances are alike. One decimal; null where nothing is final.
   */
  readonly finalWeightedPercent: number | null;
  /** Good or better, adjusted less that of the final grades so weighted, percentage points with one decimal: below 0 these are too kind. */
  readonly difference: number | null;
  /** Why there is no difference beside adjusted grades: in an open cycle the audits that are final are others than those that are moderated. */
  readonly noDifferenceReason?: 'cycle-open' | 'n=0';
  /** Why nothing is adjusted. `no-chance-of-moderation`: the policy leaves some audits without any chance. */
  readonly reason?: ModerationAdjustedReason | 'no-chance-of-moderation';
  readonly basis: IntervalBasis;
  readonly covers: 'which cases were sampled and which audits were moderated, not errors of moderators';
  readonly made: AdjustmentMade;
}

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
  /** With which anybody can draw the intervals again, by the `generator`. */
  readonly seed: string;
  readonly replicates: number;
}

/** Draws of the intervals: others as many move a limit by less than a point. */
const REPLICATES = 1000;

export function adjustedGrades(
  grades: GradesAskedFor,
  asked: Omit<GradesAsked, 'stage' | 'by'>,
  list: ListBehind,
  drawnBy: { readonly seed: string; readonly sha256Hex: Sha256Hex },
): AdjustedGrades {
  const { audits, missing } = moderatedAudits(grades, asked);
  const ended = countedGrades(casesOf(grades, { ...asked, stage: 'final' }));
  const final = gradeIntervals(
    ended.map(({ grade }) => grade),
    list,
  );
  const weighted = weightedShare(ended);
  const about = {
    ...{ final, finalWeightedPercent: weighted === null ? null : oneDecimal(weighted), basis: list.basis },
    covers: 'which cases were sampled and which audits were moderated, not errors of moderators' as const,
    made: {
      ...countsOf(audits),
      ...{ missing: tally(missing), seed: drawnBy.seed, replicates: REPLICATES },
    },
  };
  const none = { ...about, adjusted: null, difference: null };
  if (audits.some(({ probability }) => probability === 0))
    return { ...none, reason: 'no-chance-of-moderation' };
  const populationSize = list.listed ?? Infinity;
  const found = moderationAdjusted({ ...drawnBy, audits, populationSize, replicates: REPLICATES });
  if (found.value === null) return { ...none, reason: found.reason };
  const { byGrade, atLeast, generator } = found.value;
  const good = atLeast[GRADES.indexOf('good')]!;
  return {
    ...about,
    adjusted: {
      grades: byGrade.map((share, at) => ({ grade: GRADES[at]!, ...adjustedPercent(share) })),
      goodOrBetter: adjustedPercent(good),
      generator,
    },
    ...differenceOf(good.share, weighted, grades),
  };
}

function differenceOf(
  adjusted: number,
  final: number | null,
  { cycles }: GradesAskedFor,
): Pick<AdjustedGrades, 'difference' | 'noDifferenceReason'> {
  if (cycles.some(({ status }) => status !== 'closed'))
    return { difference: null, noDifferenceReason: 'cycle-open' };
  return final === null
    ? { difference: null, noDifferenceReason: 'n=0' }
    : { difference: oneDecimal(adjusted - final) };
}

/** Good or better among the lists that the cases were drawn from. */
function weightedShare(cases: readonly CountedGrade[]): number | null {
  const stoodFor = (some: readonly CountedGrade[]): number =>
    some.reduce((sum, { audit }) => sum + 1 / audit.probability, 0);
  const good = cases.filter(({ grade }) => isGoodOrBetter(grade));
  return cases.length === 0 ? null : stoodFor(good) / stoodFor(cases);
}

function countsOf(
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

const adjustedPercent = ({ share, ci }: AdjustedShare): AdjustedPercent => ({
  percent: oneDecimal(share),
  interval95: inPercent(ci),
});
