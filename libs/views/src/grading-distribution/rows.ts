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
  readonly moderatedGrade: Grade | null;
  /** The grade it was finalised with; null while it is not finalised. */
  readonly finalGrade: Grade | null;
  /** By code of the section; the last answer counts. */
  readonly sections: Readonly<Record<string, SectionOutcome>>;
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
    finalGrade: null,
    sections: {},
    withdrawn: null,
    withdrawnAfterGrading: false,
  }),
  {
    SectionGraded: (audit, { facts }) => ({
      ...audit,
      sections: { ...audit.sections, [facts.section]: outcomeOf(facts.answer) },
    }),
    CaseGraded: (audit, { facts }) => ({ ...audit, submittedGrade: audit.submittedGrade ?? facts.grade }),
    GradeModerated: (audit, { facts }) => ({ ...audit, moderatedGrade: facts.to }),
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
