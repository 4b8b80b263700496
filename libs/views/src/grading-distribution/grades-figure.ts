import type { WithdrawalReason } from '#audit-cycle';
import { tally } from '../in-order.js';
import type { AskedSections, SectionNamed } from './asked-sections.js';
import type { Distribution, GradeStage, Outcome } from './distribution.js';
import { counted, distribute, GROUPINGS, type MissingReason } from './figure.js';
import { closedAmong, type GradesAskedFor } from './grades-asked-for.js';
import { gradesGroups, type GradesGroup } from './grades-groups.js';
import { gradeAt, isGrade, outcomeAt } from './outcome-at.js';
import type { GradedAudit } from './rows.js';

/** What grades over cycles can be grouped by. */
export const GRADES_GROUPINGS = [...GROUPINGS, 'area', 'line-of-enquiry'] as const;
export type GradesGrouping = (typeof GRADES_GROUPINGS)[number];

/** Which grades of the cases are counted. */
export interface GradesAsked {
  readonly stage: GradeStage;
  readonly by?: GradesGrouping | undefined;
  /** Code of a section: its grades and not those of the whole case. */
  readonly section?: string | undefined;
  /** Code of a line of enquiry: the cases that were asked about it, and each section that speaks to it by itself. */
  readonly lineOfEnquiry?: string | undefined;
}

/** `section-not-graded`: the case is graded, and the section is not. */
export type MissingGrade = MissingReason | 'not-applicable' | 'section-not-graded';

/** How cases were graded, with what is missing and why. */
export interface GradesFigure extends Distribution {
  /** Whose grades are counted; null for those of the whole case. */
  readonly section: SectionNamed | null;
  /** Cases, not in `total`, that were audited with a tool that does not ask about it. */
  readonly notAsked: number;
  /** Why cases have no grade at this stage; adds up to total less graded. */
  readonly missing: readonly { readonly reason: MissingGrade; readonly n: number }[];
  /** Why cases were withdrawn; adds up to withdrawn. */
  readonly withdrawals: readonly { readonly reason: WithdrawalReason; readonly n: number }[];
  readonly by?: GradesGrouping;
  /** Cohorts, teams and areas add up to the whole; each section stands for all cases that were asked about it. */
  readonly groups?: readonly GradesGroup[];
}

/** How the cases were graded that were asked about what is named. */
export function gradesFigure(grades: GradesAskedFor, asked: GradesAsked): GradesFigure {
  const { stage, section, lineOfEnquiry } = asked;
  const by = lineOfEnquiry === undefined ? asked.by : 'line-of-enquiry';
  const { audits, outcomeOf } = casesOf(grades, asked);
  return {
    ...distribute(stage, audits, outcomeOf),
    section: grades.asked.sections.find(({ code }) => code === section) ?? null,
    notAsked: counted(grades.audits).length - counted(audits).length,
    missing: tally(counted(audits).flatMap((audit) => missingOf(stage, audit, outcomeOf(audit)))),
    withdrawals: tally(audits.flatMap(({ withdrawn }) => withdrawn ?? [])),
    ...(by === undefined ? {} : { by, groups: gradesGroups(by, { ...grades, audits }, asked) }),
  };
}

/** The cases that were asked about what is named, and what became of them. */
export interface CasesAsked {
  /** Withdrawn ones included. */
  readonly audits: readonly GradedAudit[];
  readonly outcomeOf: (audit: GradedAudit) => Outcome;
  /** Of those that were not withdrawn. */
  readonly outcomes: readonly Outcome[];
}

export function casesOf(grades: GradesAskedFor, asked: GradesAsked): CasesAsked {
  const at = outcomesOf(grades, asked.stage);
  const audits = grades.audits.filter((audit) => isAskedOf(audit, grades.asked, asked));
  const outcomeOf = (audit: GradedAudit): Outcome => at(audit, asked.section);
  return { audits, outcomeOf, outcomes: counted(audits).map(outcomeOf) };
}

/** What became of audits, or of a section of them, at a stage. */
export function outcomesOf(
  { cycles }: Pick<GradesAskedFor, 'cycles'>,
  stage: GradeStage,
): (audit: GradedAudit, section?: string) => Outcome {
  const isClosed = closedAmong(cycles);
  return (audit, section) => outcomeAt(stage, audit, isClosed(audit.cycle), section);
}

/** Whether an audit was done with a tool that asks about the section, and about the line of enquiry. */
export function isAskedOf(
  { cycle }: GradedAudit,
  { sections, isAsked }: AskedSections,
  { section, lineOfEnquiry }: Pick<GradesAsked, 'section' | 'lineOfEnquiry'>,
): boolean {
  if (section !== undefined) return isAsked(cycle, section, lineOfEnquiry);
  return lineOfEnquiry === undefined || sections.some(({ code }) => isAsked(cycle, code, lineOfEnquiry));
}

function missingOf(stage: GradeStage, audit: GradedAudit, outcome: Outcome): readonly MissingGrade[] {
  if (isGrade(outcome)) return [];
  if (gradeAt(stage, audit) === null) return [audit.submittedGrade === null ? 'not-graded' : 'not-finalised'];
  return [outcome === 'not-applicable' ? 'not-applicable' : 'section-not-graded'];
}
