import type { AuditId, CycleId, Grade, PersonId } from '#audit-cycle';
import { stepsWorse } from '../grade-matrix.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { randomPairs } from '../moderation-agreement/random-pairs.js';

/** Who judged an auditor's first grade. To have seen it first makes agreement easier, so the two are never added up. */
export const JUDGES = ['blind-moderator', 'seeing-moderator', 'external-reviewer'] as const;
export type Judge = (typeof JUDGES)[number];

/** An auditor's first grade of a case beside somebody else's. */
export interface JudgedGrade {
  readonly auditor: PersonId;
  readonly cycle: CycleId;
  readonly judge: Judge;
  /** Steps of the scale by which the other grade is worse: above 0 the auditor was the kinder. */
  readonly shift: number;
}

/**
 * Every first grade that was judged without anybody having picked it: by chance for moderation, or drawn for a review from
 * outside. `theirs` are grades from outside by audit.
 */
export function judgedGrades(
  audits: readonly GradedAudit[],
  theirs: ReadonlyMap<AuditId, Grade>,
): readonly JudgedGrade[] {
  const moderated = randomPairs(audits).pairs.map(({ auditor, cycle, manner, grades }): JudgedGrade => ({
    ...{ auditor, cycle, judge: manner === 'blind' ? 'blind-moderator' : 'seeing-moderator' },
    shift: stepsWorse(grades),
  }));
  const reviewed = audits.flatMap(({ id, auditor, cycle, submittedGrade, withdrawn }): JudgedGrade[] => {
    const grade = theirs.get(id);
    if (grade === undefined || auditor === null || submittedGrade === null || withdrawn !== null) return [];
    return [{ auditor, cycle, judge: 'external-reviewer', shift: stepsWorse([submittedGrade, grade]) }];
  });
  return [...moderated, ...reviewed];
}
