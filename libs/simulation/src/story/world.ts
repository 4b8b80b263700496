import type {
  ActionId,
  AuditId,
  Cohort,
  CycleId,
  Grade,
  Instant,
  IsoDate,
  PersonId,
  SubjectOfJudgement,
} from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { Directory } from '../people/directory.js';
import type { StepMaker } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
import type { ActionStory } from './action-story.js';
import type { Fate } from './fate.js';

/** What every story is told in. */
export interface World {
  readonly chance: Chance;
  readonly maker: StepMaker;
  readonly directory: Directory;
}

/** A case as it comes into its cycle. */
export interface CaseToTell {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  /** Which cycle of the simulation, from 0. */
  readonly turn: number;
  readonly subject: SubjectOfJudgement;
  readonly cohort: Cohort;
  readonly fate: Fate;
  /** The day from which it can be allocated, and working days within which it is. */
  readonly from: IsoDate;
  readonly allocatedWithin: number;
  /** The day that the cycle closes. */
  readonly closes: IsoDate;
  /** Actions that earlier audits set for the child. */
  readonly earlierActions: readonly ActionId[];
}

export interface CaseStory {
  readonly audit: AuditId;
  readonly subject: SubjectOfJudgement;
  /** In order of time; of several streams, each of them in order. */
  readonly steps: readonly Step[];
  readonly actions: readonly ActionStory[];
  /** Null where the audit has no final grade. */
  readonly finalised: { readonly on: IsoDate; readonly grade: Grade } | null;
  /** How good the work truly is, in standard deviations. */
  readonly quality: number;
  /** Everybody who had a part in the grade. */
  readonly judges: readonly PersonId[];
  readonly unfinished: boolean;
  /** What it does touches more than its own streams, so it is told one after the other with others of the kind. */
  readonly inLine: boolean;
  /** The day of a withdrawal that asks for another case in its place. */
  readonly replacedFrom: IsoDate | null;
  readonly withdrawnAt: Instant | null;
}
