import type { CycleKind } from '../cycle/kind.js';
import type { Grade } from '../vocabulary/grade.js';
import type { ActionPriority } from '../improvement-action/priority.js';

/** Every number that the rules use. An authority adopts a version whole; a cycle keeps the copy it was planned with. */
export interface Policy {
  readonly version: number;
  /** Working days that each step may take. */
  readonly workingDays: {
    readonly audit: number;
    readonly moderation: number;
    readonly dispute: number;
    readonly comment: number;
    readonly feedback: number;
  };
  /** Working days until an improvement action is due. */
  readonly actionDue: Readonly<Record<ActionPriority, number>> & { readonly impact: number };
  readonly moderation: {
    readonly randomSharePercent: number;
    readonly grades: readonly Grade[];
    readonly unapprovedAuditors: boolean;
  };
  readonly sampling: {
    /** For so long a child that was sampled is not sampled again. */
    readonly monthsBetweenSamples: number;
    readonly minimumPerStratum: number;
    /** Kinds of cycle that may sample a child again before that. */
    readonly repeatAllowedFor: readonly CycleKind[];
  };
  readonly reAudit: { readonly sharePercent: number; readonly fromWeeks: number; readonly toWeeks: number };
  readonly immediateRiskHours: number;
}
