import type { AuditId, ChildId, Cohort, CycleId, TeamName } from '#audit-cycle';
import { tally } from '../in-order.js';
import { distributionOf, type Distribution, type Outcome } from './distribution.js';
import type { CaseOutcome } from './outcome-asked-for.js';
import { partsOf } from './parts-of.js';

/** Stages whose grades are not those of the audit itself, and are known to other views. */
export const STAGES_ELSEWHERE = ['external', 're-audit'] as const;
export type StageElsewhere = (typeof STAGES_ELSEWHERE)[number];

export const ELSEWHERE_GROUPINGS = ['cohort', 'team', 'area'] as const;
export type ElsewhereGrouping = (typeof ELSEWHERE_GROUPINGS)[number];

/** A case that was graded once more, or is to be. */
export interface CaseElsewhere {
  /** Of the audit in a review round, or of the re-audit. */
  readonly id: string;
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  /** Code of the area; null in none. */
  readonly area: string | null;
  readonly outcome: CaseOutcome;
  /** Why it has no grade; null where it has one, and where it was withdrawn. */
  readonly missing: MissingElsewhere | null;
}

export type MissingElsewhere = 'not-allocated' | 'reviewer-withdrawn' | 'not-graded-yet' | 'not-compared-yet';

/** The same row shape as every distribution has. */
export interface FigureElsewhere extends Distribution<StageElsewhere> {
  /** Why cases have no grade; adds up to total less graded. */
  readonly missing: readonly { readonly reason: MissingElsewhere; readonly n: number }[];
  readonly by?: ElsewhereGrouping;
  /** They add up to the whole. */
  readonly groups?: readonly (Distribution<StageElsewhere> & { readonly group: string | null })[];
}

export function figureElsewhere(
  stage: StageElsewhere,
  cases: readonly CaseElsewhere[],
  by?: ElsewhereGrouping,
): FigureElsewhere {
  return {
    ...distribute(stage, cases),
    missing: tally(cases.flatMap(({ missing }) => missing ?? [])),
    ...(by === undefined
      ? {}
      : {
          by,
          groups: partsOf(by, cases, (one) => one[by]).map(([group, part]) => ({
            group,
            ...distribute(stage, part),
          })),
        }),
  };
}

/** Nothing is graded in parts here, so nothing is withdrawn after grading. */
function distribute(stage: StageElsewhere, cases: readonly CaseElsewhere[]): Distribution<StageElsewhere> {
  const outcomes = cases.flatMap(({ outcome }): readonly Outcome[] =>
    outcome === 'withdrawn' ? [] : [outcome],
  );
  const withdrawn = cases.length - outcomes.length;
  return distributionOf(stage, outcomes, { withdrawn, withdrawnAfterGrading: 0 });
}
