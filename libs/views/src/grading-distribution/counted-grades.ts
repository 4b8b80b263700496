import type { Grade } from '#audit-cycle';
import type { CasesAsked } from './cases-asked.js';
import { counted } from './figure.js';
import { isGrade } from './outcome-at.js';
import type { GradedAudit } from './rows.js';

/** An audit with the grade that a distribution counts of it: of the whole case or of a section. */
export interface CountedGrade {
  readonly audit: GradedAudit;
  readonly grade: Grade;
}

export const countedGrades = ({
  audits,
  outcomeOf,
}: Pick<CasesAsked, 'audits' | 'outcomeOf'>): readonly CountedGrade[] =>
  counted(audits).flatMap((audit) => {
    const grade = outcomeOf(audit);
    return isGrade(grade) ? [{ audit, grade }] : [];
  });
