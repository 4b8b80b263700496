import type {
  AuditId,
  ChildId,
  Cohort,
  CycleId,
  FamilyId,
  Grade,
  Instant,
  ModerationRule,
  PersonId,
  SectionAnswer,
  TeamName,
  WithdrawalReason,
} from '#audit-cycle';
import { cycleSummaries } from '../cycle-summary.js';
import { correctedGroup } from '../corrected-group.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold, View } from '../view.js';
import { themedActions } from '../themes/themed-action.js';
import { gradedTools } from './graded-tool.js';
import { outsideGrades } from './outside-grades.js';

/** `answered`: the section was answered by a choice, which is no grade. */
export type SectionOutcome = Grade | 'not-applicable' | 'answered';

/** What a moderator made of the grade that the auditor submitted first. */
export interface FirstModeration {
  readonly moderator: PersonId;
  readonly manner: 'blind' | 'seen';
  readonly grade: Grade;
  readonly at: Instant;
  /** Those alone that the moderator graded otherwise. */
  readonly sections: Readonly<Record<string, Grade>>;
}

/** The grades of one audit, side by side. */
export interface GradedAudit {
  readonly id: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  /** Null where the list named none. */
  readonly family: FamilyId | null;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  readonly stratum: string;
  /** With which it was drawn, 0 to 1. */
  readonly probability: number;
  /** Who submitted the first grade. */
  readonly auditor: PersonId | null;
  /** The first that the auditor submitted. */
  readonly submittedGrade: Grade | null;
  readonly submittedAt: Instant | null;
  /** The rules that asked for the moderation of that first grade. */
  readonly rules: readonly ModerationRule[];
  /** Of that first grade, also when the audit was returned afterwards; null where it was returned before, or is not moderated yet. */
  readonly firstModeration: FirstModeration | null;
  /** Whether somebody recorded that the moderation that was asked for did not happen. */
  readonly moderationMissed: boolean;
  /** Whether the audit was ever returned to its auditor: what follows is of a grade that is not the first. */
  readonly returned: boolean;
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
  /** Themes in which the work was strong, as the last submitted grade says. */
  readonly strengths: readonly string[];
  /** Themes in which it has to develop, as the last submitted grade says. */
  readonly development: readonly string[];
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
    family: facts.family,
    cohort: facts.cohort,
    team: facts.team,
    stratum: facts.stratum,
    probability: facts.probability,
    auditor: null,
    submittedGrade: null,
    submittedAt: null,
    rules: [],
    firstModeration: null,
    moderationMissed: false,
    returned: false,
    moderatedGrade: null,
    settledGrade: null,
    finalGrade: null,
    sections: {},
    submittedSections: null,
    moderatedSections: {},
    strengths: [],
    development: [],
    withdrawn: null,
    withdrawnAfterGrading: false,
  }),
  {
    SectionGraded: (audit, { facts }) => ({
      ...audit,
      sections: { ...audit.sections, [facts.section]: outcomeOf(facts.answer) },
    }),
    CaseGraded: (audit, { facts, occurredAt }) => ({
      ...audit,
      ...(audit.submittedGrade === null
        ? {
            auditor: facts.auditor,
            submittedGrade: facts.grade,
            submittedAt: occurredAt,
            submittedSections: audit.sections,
          }
        : {}),
      strengths: facts.strengths,
      development: facts.development,
    }),
    ModerationRequired: (audit, { facts }) =>
      audit.returned ? audit : { ...audit, rules: [...audit.rules, facts.rule] },
    GradeModerated: (audit, { facts, occurredAt }) => {
      const sections = Object.fromEntries(facts.sections.map(({ section, to }) => [section, to]));
      const { moderator, manner, to: grade } = facts;
      return {
        ...audit,
        moderatedGrade: grade,
        moderatedSections: sections,
        firstModeration: audit.returned
          ? audit.firstModeration
          : { moderator, manner, grade, at: occurredAt, sections },
      };
    },
    ModerationMissed: (audit) => ({ ...audit, moderationMissed: true }),
    AuditReturned: (audit) => ({
      ...audit,
      returned: true,
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
  tables: [gradedAudits, gradedCycles, gradedTools, outsideGrades, themedActions],
};

function outcomeOf(answer: SectionAnswer): SectionOutcome {
  if (answer.kind === 'grade') return answer.grade;
  return answer.kind === 'not-applicable' ? 'not-applicable' : 'answered';
}
