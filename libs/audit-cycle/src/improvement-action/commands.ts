import type { IsoDate } from '../vocabulary/dates.js';
import type { ActionId, AuditId, MeasureId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { VerificationMethod } from './events.js';
import type { ActionImpact, ActionKind, ActionPriority, ActionVerdict } from './priority.js';

export type ImprovementActionCommand =
  | SetAction
  | SetActionFromSurgery
  | LinkAction
  | AcceptAction
  | ReassignAction
  | MoveDueDate
  | RecordOnChildRecord
  | DiscussInSupervision
  | NoteProgress
  | ReportDone
  | ReopenAction
  | VerifyAction
  | JudgeImpact
  | CancelAction;

/** What is to be done, whatever asked for it. */
export interface ActionToSet {
  readonly owner: PersonId;
  readonly priority: ActionPriority;
  readonly kind: ActionKind;
  readonly text: string;
  /** An earlier day than the policy gives; left out, it is the policy's. */
  readonly due?: IsoDate;
}

/** The child and the cycle are those of the audit. */
export interface SetAction extends ActionToSet {
  readonly type: 'SetAction';
  readonly audit: AuditId;
  /** The team that is to act; null leaves it with the team that the child was with. */
  readonly team: TeamName | null;
  readonly theme: string | null;
  readonly lineOfEnquiry: string | null;
  /** The child's open actions that were put before whoever sets this one. */
  readonly openActionsSeen: readonly ActionId[];
  /** An earlier action of the child that asked for the same. */
  readonly repeats?: ActionId;
}

/** From what a surgery showed. It has no child, no cycle, no theme and no line of enquiry. */
export interface SetActionFromSurgery extends ActionToSet {
  readonly type: 'SetActionFromSurgery';
  readonly measure: MeasureId;
  /** Number of the surgery among those of the measure. */
  readonly surgery: number;
  /** The team that is to act; null for none. */
  readonly team: TeamName | null;
  /** An earlier action of the measure that asked for the same. */
  readonly repeats?: ActionId;
}

/** When somebody sees only later that it asks for the same as before; the later link counts. */
export interface LinkAction {
  readonly type: 'LinkAction';
  /** An earlier action of the same child, or of the same measure, that asked for the same. */
  readonly repeats: ActionId;
}

export interface AcceptAction {
  readonly type: 'AcceptAction';
}

export interface ReassignAction {
  readonly type: 'ReassignAction';
  readonly to: PersonId;
  /** Left out, the action stays with its team. */
  readonly team?: TeamName;
  readonly reasonCode: string;
  readonly reason?: string;
}

/** Whoever gives this command approves it. */
export interface MoveDueDate {
  readonly type: 'MoveDueDate';
  readonly to: IsoDate;
  readonly reasonCode: string;
  readonly reason?: string;
}

/** What is to be done now stands on the child's own record. */
export interface RecordOnChildRecord {
  readonly type: 'RecordOnChildRecord';
  readonly on: IsoDate;
}

export interface DiscussInSupervision {
  readonly type: 'DiscussInSupervision';
  readonly on: IsoDate;
  readonly notes?: string;
}

export interface NoteProgress {
  readonly type: 'NoteProgress';
  readonly on: IsoDate;
  readonly note: string;
}

export interface ReportDone {
  readonly type: 'ReportDone';
  readonly doneOn: IsoDate;
  readonly evidence: string;
}

export interface ReopenAction {
  readonly type: 'ReopenAction';
  readonly reasonCode: string;
  readonly reason: string;
}

export interface VerifyAction {
  readonly type: 'VerifyAction';
  readonly verdict: ActionVerdict;
  readonly method: VerificationMethod;
  readonly evidence?: string;
}

/** Some time after the verdict; after `too-early` once more. */
export interface JudgeImpact {
  readonly type: 'JudgeImpact';
  readonly impact: ActionImpact;
  readonly on: IsoDate;
  readonly evidence?: string;
}

/** Whoever gives this command approves it. */
export interface CancelAction {
  readonly type: 'CancelAction';
  readonly reasonCode: string;
  readonly reason: string;
}
