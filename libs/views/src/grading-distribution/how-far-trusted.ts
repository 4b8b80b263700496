import { adjustedGrades, type AdjustedGrades, type Adjusting } from './adjusted-grades.js';
import { casesOf, type GradesAsked } from './cases-asked.js';
import { countedGrades, type CountedGrade } from './counted-grades.js';
import type { Distribution } from './distribution.js';
import { gradeIntervals, isGoodOrBetter, shareOfList, type GradeIntervals } from './grade-intervals.js';
import type { GradesAskedFor } from './grades-asked-for.js';

/** What stands beside every distribution of grades. */
export interface HowFarTrusted {
  /** Of the grades of the stage that was asked for. */
  readonly intervals: GradeIntervals;
  /** Always beside the final grades, whatever stage is asked for. */
  readonly moderationAdjusted: AdjustedGrades;
}

/** A distribution with what stands beside it. */
export interface Trusted<Figure> {
  readonly figure: Figure & HowFarTrusted;
  /** Good or better of the stage that was asked for, weighted where that is needed, with full precision; null of nothing. */
  readonly gradedShare: number | null;
  /** The same as it would be if everything had been moderated. */
  readonly adjustedShare: number | null;
}

/** Puts beside a distribution how far it can be trusted, so that no number in it has another interval than there. */
export function trusted<Figure extends Distribution>(
  figure: Figure,
  grades: GradesAskedFor,
  asked: GradesAsked,
  adjusting: Adjusting,
): Trusted<Figure> {
  const gradedAt = (stage: GradesAsked['stage']): readonly CountedGrade[] =>
    countedGrades(casesOf(grades, { ...asked, stage }));
  const graded = gradedAt(asked.stage);
  const intervals = gradeIntervals(graded, adjusting.list);
  const final = asked.stage === 'final' ? intervals : gradeIntervals(gradedAt('final'), adjusting.list);
  const adjusted = adjustedGrades(grades, asked, final, adjusting);
  return {
    figure: {
      ...figure,
      goodOrBetter: { ...figure.goodOrBetter, ...oneInterval(intervals) },
      ...{ intervals, moderationAdjusted: adjusted.grades },
    },
    gradedShare: shareOfList(graded, intervals.weights, isGoodOrBetter),
    adjustedShare: adjusted.goodOrBetter,
  };
}

/** What was counted has the interval of the list where it is the share of the list, and none where that is another. */
function oneInterval({
  weights,
  reason,
  goodOrBetter: { interval95 },
}: GradeIntervals): Pick<Distribution['goodOrBetter'], 'interval95' | 'noInterval'> {
  if (weights.needed) return { interval95: null, noInterval: 'weights-needed' };
  return reason === 'one-cluster' ? { interval95, noInterval: reason } : { interval95 };
}
