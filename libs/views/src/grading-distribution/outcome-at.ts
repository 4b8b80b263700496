import { GRADES, type Grade } from '#audit-cycle';
import type { GradeStage, Outcome } from './distribution.js';
import type { GradedAudit } from './rows.js';

/** The grade that an audit has at the stage. */
export const gradeAt = (stage: GradeStage, audit: GradedAudit): Grade | null =>
  stage === 'final' ? audit.finalGrade : audit.submittedGrade;

/** The answers that belong to the grade of a stage: those submitted first, or the last ones with the moderator's changes. */
export const sectionsAt = (
  stage: GradeStage,
  { sections, submittedSections, moderatedSections }: GradedAudit,
): GradedAudit['sections'] =>
  stage === 'final' ? { ...sections, ...moderatedSections } : (submittedSections ?? sections);

/** What became of an audit, or of one section of it. A section has a grade where its audit has one at this stage. */
export function outcomeAt(stage: GradeStage, audit: GradedAudit, closed: boolean, section?: string): Outcome {
  const grade = gradeAt(stage, audit);
  if (grade === null) return closed ? 'no-grade-recorded' : 'in-progress';
  if (section === undefined) return grade;
  const answer = sectionsAt(stage, audit)[section];
  return answer === undefined || answer === 'answered' ? 'no-grade-recorded' : answer;
}

export const isGrade = (outcome: string): outcome is Grade => (GRADES as readonly string[]).includes(outcome);
