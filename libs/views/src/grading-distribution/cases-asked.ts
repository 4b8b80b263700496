import type { AskedSections } from './asked-sections.js';
import type { GradeStage, Outcome } from './distribution.js';
import { counted, GROUPINGS } from './figure.js';
import { closedAmong, type GradesAskedFor } from './grades-asked-for.js';
import { outcomeAt } from './outcome-at.js';
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

/** What the cases are grouped by: those about a line of enquiry always by the sections that speak to it. Undefined for nothing. */
export const groupingOf = ({ by, lineOfEnquiry }: GradesAsked): GradesGrouping | undefined =>
  lineOfEnquiry === undefined ? by : 'line-of-enquiry';

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
