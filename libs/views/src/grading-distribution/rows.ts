import type {
  AuditId,
  ChildId,
  Cohort,
  CycleId,
  Grade,
  SectionAnswer,
  TeamName,
  WithdrawalReason,
} from '#audit-cycle';
import { cycleSummaries } from '../cycle-summary.js';
import { correctedGroup } from '../corrected-group.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold, View } from '../view.js';

/** `answered`: the section was answered by a choice, which is no grade. */
export type SectionOutcome = Grade | 'not-applicable' | 'answered';

/** The grades of one audit, side by side. */
export interface GradedAudit {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  readonly stratum: string;
  /** With which it was drawn, 0 to 1. */
  readonly probability: number;
  /** The first that the auditor submitted. */
  readonly submittedGrade: Grade | null;
  /** Of the grade that stands: a return takes it back. */
  readonly moderatedGrade: Grade | null;
  /** Of a panel, where the moderated grade was disputed. */
  readonly settledGrade: Grade | null;
  /** The grade it was finalised with; null while it is not finalised. */
  readonly finalGrade: Grade | null;
  /** By code of the section; the last answer counts. */
  readonly sections: Readonly<Record<string, SectionOutcome>>;
  /** As they were when the first grade was submitted; null before that. */
  readonly submittedSections: Readonly<Record<string, SectionOutcome>> | null;
  /** Those alone that the moderator graded otherwise. */
  readonly moderatedSections: Readonly<Record<string, Grade>>;
  readonly withdrawn: WithdrawalReason | null;
  readonly withdrawnAfterGrading: boolean;
}

export const gradedAudits: TableFold<GradedAudit> = versionsTable(
  'grading_audit',
  'case-audit',
  'CaseSelected',
  ({ stream, facts }): GradedAudit => ({
    id: stream.id,
    cycle: facts.cycle,
    child: facts.child,
    cohort: facts.cohort,
    team: facts.team,
    stratum: facts.stratum,
    probability: facts.probability,
    submittedGrade: null,
    moderatedGrade: null,
    settledGrade: null,
    finalGrade: null,
    sections: {},
    submittedSections: null,
    moderatedSections: {},
    withdrawn: null,
    withdrawnAfterGrading: false,
  }),
  {
    SectionGraded: (audit, { facts }) => ({
      ...audit,
      sections: { ...audit.sections, [facts.section]: outcomeOf(facts.answer) },
    }),
    CaseGraded: (audit, { facts }) => ({
      ...audit,
      submittedGrade: audit.submittedGrade ?? facts.grade,
      submittedSections: audit.submittedSections ?? audit.sections,
    }),
    GradeModerated: (audit, { facts }) => ({
      ...audit,
      moderatedGrade: facts.to,
      moderatedSections: Object.fromEntries(facts.sections.map(({ section, to }) => [section, to])),
    }),
    AuditReturned: (audit) => ({
      ...audit,
      moderatedGrade: null,
      settledGrade: null,
      moderatedSections: {},
    }),
    GradeSettled: (audit, { facts }) => ({ ...audit, settledGrade: facts.grade }),
    CorrectionMade: (audit, { facts }) => ({ ...audit, ...correctedGroup(facts) }),
    AuditFinalised: (audit, { facts }) => ({ ...audit, finalGrade: facts.grade }),
    AuditWithdrawn: (audit, { facts }) => ({
      ...audit,
      withdrawn: facts.reasonCode,
      withdrawnAfterGrading: facts.afterGrading,
    }),
  },
);

export const gradedCycles = cycleSummaries('grading_cycle');

export const gradingDistributionView: View = {
  name: 'grading-distribution',
  version: 1,
  tables: [gradedAudits, gradedCycles],
};

function outcomeOf(answer: SectionAnswer): SectionOutcome {
  if (answer.kind === 'grade') return answer.grade;
  return answer.kind === 'not-applicable' ? 'not-applicable' : 'answered';
}
