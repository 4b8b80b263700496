import type { WithdrawalReason } from '#audit-cycle';
import { tally } from '../in-order.js';
import type { SectionNamed } from './asked-sections.js';
import { casesOf, groupingOf, type GradesAsked, type GradesGrouping } from './cases-asked.js';
import type { Distribution, GradeStage, Outcome } from './distribution.js';
import { counted, distribute, type MissingReason } from './figure.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { gradeAt, isGrade } from './outcome-at.js';
import type { GradedAudit } from './rows.js';

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
}

/** How the cases were graded that were asked about what is named, all of them together. */
export function gradesFigure(grades: GradesAskedFor, asked: GradesAsked): GradesFigure {
  const { stage, section } = asked;
  const by = groupingOf(asked);
  const { audits, outcomeOf } = casesOf(grades, asked);
  return {
    ...distribute(stage, audits, outcomeOf),
    section: grades.asked.sections.find(({ code }) => code === section) ?? null,
    notAsked: counted(grades.audits).length - counted(audits).length,
    missing: tally(counted(audits).flatMap((audit) => missingOf(stage, audit, outcomeOf(audit)))),
    withdrawals: tally(audits.flatMap(({ withdrawn }) => withdrawn ?? [])),
    ...(by === undefined ? {} : { by }),
  };
}

function missingOf(stage: GradeStage, audit: GradedAudit, outcome: Outcome): readonly MissingGrade[] {
  if (isGrade(outcome)) return [];
  if (gradeAt(stage, audit) === null) return [audit.submittedGrade === null ? 'not-graded' : 'not-finalised'];
  return [outcome === 'not-applicable' ? 'not-applicable' : 'section-not-graded'];
}
