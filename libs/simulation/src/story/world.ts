import type {
  ActionId,
  AuditId,
  Cohort,
  CycleId,
  FamilyId,
  IsoDate,
  SubjectOfJudgement,
  ToolDefinition,
} from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { Directory } from '../people/directory.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { StepMaker } from '../running/step-maker.js';
import type { Shares } from '../shares.js';
import type { Fate } from './fate.js';

/** What every story is told in. */
export interface World {
  readonly chance: Chance;
  readonly maker: StepMaker;
  readonly directory: Directory;
  /** How often everything happens. */
  readonly shares: Shares;
}

/** A case as it comes into its cycle. */
export interface CaseToTell {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  /** Which cycle of the simulation, from 0. */
  readonly turn: number;
  readonly subject: SubjectOfJudgement;
  readonly family: FamilyId | null;
  readonly cohort: Cohort;
  readonly fate: Fate;
  readonly tool: ToolDefinition;
  /** Answered and graded at one sitting, with the other cases that the auditor has. */
  readonly inGrid: boolean;
  /** Another cycle had the child before this one, or has it now. */
  readonly auditedBefore: boolean;
  /** Another audit of the child is under way: what is to be done is set there. */
  readonly auditedElsewhere: boolean;
  /** The day from which it can be allocated, and the day on which it is. */
  readonly from: IsoDate;
  readonly allocatedOn: IsoDate;
  /** The day that the cycle closes. */
  readonly closes: IsoDate;
  /** Actions that earlier audits set for the child. */
  readonly earlierActions: readonly ActionId[];
}

/** To whom a case goes first, and whether the product proposed them or the qa-lead thought of them. */
export interface FirstAuditor {
  readonly auditor: MadeUpPerson;
  readonly how: 'suggested' | 'by-hand';
}
