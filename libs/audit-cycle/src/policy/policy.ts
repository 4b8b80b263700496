import type { CycleKind } from '../cycle/kind.js';
import type { Grade } from '../vocabulary/grade.js';
import type { TeamName } from '../vocabulary/identifiers.js';
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
    /** How moderation is done unless it is asked for otherwise: before the moderator sees the auditor's grade, or after. */
    readonly manner: 'blind' | 'seen';
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
  /** Within which somebody has to deal with what cannot wait. */
  readonly escalation: {
    /** An immediate risk, hours by the clock. */
    readonly immediateRiskHours: number;
    /** An inadequate grade without such a risk, working days. */
    readonly inadequateWorkingDays: number;
  };
  /** How actions are followed. */
  readonly actions: {
    /** An open action counts as due soon from so many working days before its due date. */
    readonly dueSoonWorkingDays: number;
  };
  /** Who may say that an action was done. */
  readonly verification: {
    /** Whether an action from an inadequate audit is verified by somebody outside the team that carries it out. */
    readonly outsideTeamForInadequate: boolean;
  };
  /** The audits that outside reviewers grade again. */
  readonly external: {
    /** Fewest audits of a round. */
    readonly fewest: number;
    /** Most audits of a round. */
    readonly most: number;
    /** Months whose finalised audits a round is drawn from. */
    readonly months: number;
    /** Whether a reviewer sees before grading what child, family and practitioner said. */
    readonly voicesShown: boolean;
    /** Where the share of our grades that reviewers gave as well lies above this at least, the rule says reliable; percent. */
    readonly reliableFromPercent: number;
    /** Where it lies above this at least, the rule says reliable with limits; percent. */
    readonly limitsFromPercent: number;
  };
  /** How much one person is given. */
  readonly capacity: {
    /** Audits of one cycle, for an auditor for whom nothing else is recorded. */
    readonly auditsPerAuditor: number;
  };
  /** Whether the practitioner is to be given feedback after each final grade. */
  readonly feedbackRequired: boolean;
  /** The parts of the service that figures can be asked for, each made up of whole teams; a team is in one at most. */
  readonly areas: readonly ServiceArea[];
  /** How few cases a figure may rest on. */
  readonly figures: {
    /** Pairs of grades, below which agreement between graders is counted but no coefficient of it is a headline. */
    readonly fewestPairs: number;
    /** Pairs of one auditor, below which nothing is said of how lenient they are. */
    readonly fewestPairsPerAuditor: number;
    /** Counts from 1 to one less than this are not published. */
    readonly fewestPublished: number;
    /** Whether the grades of the whole authority are published also where they are so few. */
    readonly totalsPublished: boolean;
  };
}

/** A part of the service. */
export interface ServiceArea {
  /** Stands for the area in requests and figures. */
  readonly code: string;
  /** Its teams, by name. */
  readonly teams: readonly TeamName[];
}
