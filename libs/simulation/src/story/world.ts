import type { ActionId, AuditId, CycleId, Instant, IsoDate, SubjectOfJudgement } from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { Directory } from '../people/directory.js';
import type { StepMaker } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
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
  readonly child: string;
  /** In order of time; of several streams, each of them in order. */
  readonly steps: readonly Step[];
  readonly actions: readonly ActionId[];
  readonly unfinished: boolean;
  /** The day of a withdrawal that asks for another case in its place. */
  readonly replacedFrom: IsoDate | null;
  readonly withdrawnAt: Instant | null;
}
