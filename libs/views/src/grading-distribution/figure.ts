import type { CycleId, WithdrawalReason } from '#audit-cycle';
import type { AboutCycle } from '../cycle-summary.js';
import { inOrder, tally } from '../in-order.js';
import {
  distributionOf,
  type Distribution,
  type GradeStage,
  type Outcome,
  type Withdrawn,
} from './distribution.js';
import { gradeAt, outcomeAt, sectionsAt } from './outcome-at.js';
import { partsOf } from './parts-of.js';
import type { GradedAudit } from './rows.js';

export const GROUPINGS = ['cohort', 'team', 'section'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The distribution of a cycle, with what is missing from its grades and why. */
export interface GradingDistribution extends Distribution, AboutCycle {
  /** Why cases have no grade at this stage; adds up to total less graded. */
  readonly missing: readonly { readonly reason: MissingReason; readonly n: number }[];
  /** Why cases were withdrawn; adds up to withdrawn. */
  readonly withdrawals: readonly { readonly reason: WithdrawalReason; readonly n: number }[];
  readonly by?: Grouping;
  /** Cohorts and teams add up to the whole; every section stands for all of the cases. */
  readonly groups?: readonly DistributionGroup[];
}

/** `not-graded`: no grade was submitted. `not-finalised`: one was, but the audit is not finalised. */
export type MissingReason = 'not-graded' | 'not-finalised';

export interface DistributionGroup extends Distribution {
  /** A cohort, a team or a section's code; null for cases without a team. */
  readonly group: string | null;
  /** Only of sections: cases to which the section did not apply. */
  readonly notApplicable?: number;
}

export type GradingFigure = Omit<GradingDistribution, keyof AboutCycle>;

/** The figure from the audits, all of them, withdrawn ones included; `isClosed` says whether the cycle of an audit is. */
export function gradingFigure(
  audits: readonly GradedAudit[],
  isClosed: (cycle: CycleId) => boolean,
  stage: GradeStage,
  by?: Grouping,
): GradingFigure {
  const outcomeOf: OutcomeOf = (audit, section) => outcomeAt(stage, audit, isClosed(audit.cycle), section);
  const whole = distribute(stage, audits, outcomeOf);
  const ungraded = counted(audits).filter((audit) => gradeAt(stage, audit) === null);
  return {
    ...whole,
    missing: tally(ungraded.map((audit) => (audit.submittedGrade === null ? 'not-graded' : 'not-finalised'))),
    withdrawals: tally(audits.flatMap(({ withdrawn }) => withdrawn ?? [])),
    ...(by === undefined ? {} : { by, groups: groupsOf(by, stage, audits, outcomeOf) }),
  };
}

type OutcomeOf = (audit: GradedAudit, section?: string) => Outcome;

/** Those that were not withdrawn. */
export const counted = (audits: readonly GradedAudit[]): readonly GradedAudit[] =>
  audits.filter(({ withdrawn }) => withdrawn === null);

/** The distribution of audits, withdrawn ones included. */
export function distribute(
  stage: GradeStage,
  audits: readonly GradedAudit[],
  outcomeOf: (audit: GradedAudit) => Outcome,
): Distribution {
  const withdrawn: Withdrawn = {
    withdrawn: audits.length - counted(audits).length,
    withdrawnAfterGrading: audits.filter((audit) => audit.withdrawn !== null && audit.withdrawnAfterGrading)
      .length,
  };
  return distributionOf(
    stage,
    counted(audits).map((audit) => outcomeOf(audit)),
    withdrawn,
  );
}

function groupsOf(
  by: Grouping,
  stage: GradeStage,
  audits: readonly GradedAudit[],
  outcomeOf: OutcomeOf,
): readonly DistributionGroup[] {
  if (by === 'section') return sectionGroups(stage, audits, outcomeOf);
  return partsOf(by, audits, (audit) => audit[by]).map(([group, part]) => ({
    group,
    ...distribute(stage, part, outcomeOf),
  }));
}

/** A section has a grade where its audit has one at this stage; sections that are answered by choices alone are not graded. */
function sectionGroups(
  stage: GradeStage,
  audits: readonly GradedAudit[],
  outcomeOf: OutcomeOf,
): readonly DistributionGroup[] {
  const sections = audits.flatMap((audit) =>
    Object.entries(sectionsAt(stage, audit)).flatMap(([section, outcome]) =>
      outcome === 'answered' ? [] : section,
    ),
  );
  return inOrder(new Set(sections)).map((section) => {
    const inSection = (audit: GradedAudit): Outcome => outcomeOf(audit, section);
    const distribution = distribute(stage, audits, inSection);
    const notApplicable = counted(audits).filter((audit) => inSection(audit) === 'not-applicable').length;
    return { group: section, ...distribution, notApplicable };
  });
}
