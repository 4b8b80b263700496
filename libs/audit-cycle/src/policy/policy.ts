import type { CycleKind } from '../cycle/kind.js';
import type { Grade } from '../vocabulary/grade.js';
import type { ActionPriority } from '../improvement-action/priority.js';

/** Every number that the rules use. An authority adopts a version whole; a cycle keeps the copy it was planned with. */
export interface Policy {
  /** Counts up with each adoption, from 1. */
  readonly version: number;
  /** Working days that each step may take. */
  readonly workingDays: {
    /** From the allocation of the auditor to the grade, working days. */
    readonly audit: number;
    /** From the allocation of the moderator to the moderated grade, working days. */
    readonly moderation: number;
    /** To settle a grade that is disputed, working days. */
    readonly dispute: number;
    /** For the practitioner to comment, working days. */
    readonly comment: number;
    /** From the final grade to the feedback, working days. */
    readonly feedback: number;
  };
  /** Working days until an improvement action is due: by its priority, or `impact` for an action on impact. */
  readonly actionDue: Readonly<Record<ActionPriority, number>> & {
    /** For an action on impact, whatever its priority, working days. */
    readonly impact: number;
  };
  /** Which grades are moderated. */
  readonly moderation: {
    /** Share of all audits that is chosen at random, percent. */
    readonly randomSharePercent: number;
    /** Every audit with one of these grades. */
    readonly grades: readonly Grade[];
    /** Whether every audit of an auditor who is not approved yet. */
    readonly unapprovedAuditors: boolean;
  };
  /** How cases are drawn. */
  readonly sampling: {
    /** For so long a child that was sampled is not sampled again. */
    readonly monthsBetweenSamples: number;
    /** Fewest cases of a stratum, where it holds so many. */
    readonly minimumPerStratum: number;
    /** Kinds of cycle that may sample a child again before that. */
    readonly repeatAllowedFor: readonly CycleKind[];
  };
  /** Which cases are audited again. */
  readonly reAudit: {
    /** Share of the cases whose actions were reported done in that time, percent. */
    readonly sharePercent: number;
    /** Weeks since the report, at least. */
    readonly fromWeeks: number;
    /** Weeks since the report, at most. */
    readonly toWeeks: number;
  };
  /** Within which an immediate risk is to be dealt with, hours by the clock. */
  readonly immediateRiskHours: number;
}
