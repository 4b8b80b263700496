import { GRADES, type Grade } from '#audit-cycle';

/** How often one grade stood beside another, for each of the four: n over all rows is the number of pairs. */
export interface GradeMatrixRow {
  readonly grade: Grade;
  /** Every grade beside it, best first. */
  readonly beside: readonly { readonly grade: Grade; readonly n: number }[];
}

export type GradePair = readonly [grade: Grade, beside: Grade];

export const gradeMatrix = (pairs: readonly GradePair[]): readonly GradeMatrixRow[] =>
  GRADES.map((grade) => ({
    grade,
    beside: GRADES.map((other) => ({
      grade: other,
      n: pairs.filter(([one, beside]) => one === grade && beside === other).length,
    })),
  }));

/** How many steps of the scale the second grade is worse than the first; negative where it is better. */
export const stepsWorse = ([grade, beside]: GradePair): number =>
  GRADES.indexOf(beside) - GRADES.indexOf(grade);
