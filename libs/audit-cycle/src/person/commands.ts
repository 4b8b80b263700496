import type { IsoDate } from '../vocabulary/dates.js';
import type { CalibrationSessionId, ChildId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { Role } from '../vocabulary/role.js';
import type { Clearance, Relationship } from './events.js';

export type PersonCommand =
  | Join
  | GiveRoles
  | RecordTeamMembership
  | RecordLineManager
  | RegisterConflict
  | ApproveAuditor
  | SetCapacity
  | RecordAbsence
  | CancelAbsence
  | SetAgencyEndDate
  | GiveClearance
  | WithdrawClearance
  | Leave;

/** Recorded on the day or afterwards. Whoever comes back joins again, without the roles of before. */
export interface Join {
  readonly type: 'Join';
  readonly on: IsoDate;
}

/** All roles that the person has from now on; none takes every role away. */
export interface GiveRoles {
  readonly type: 'GiveRoles';
  readonly roles: readonly Role[];
}

/** Recorded again with the same team and first day, it corrects the last day. */
export interface RecordTeamMembership {
  readonly type: 'RecordTeamMembership';
  readonly team: TeamName;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Recorded again with the same manager and first day, it corrects the last day. */
export interface RecordLineManager {
  readonly type: 'RecordLineManager';
  readonly manager: PersonId;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface RegisterConflict {
  readonly type: 'RegisterConflict';
  readonly child: ChildId;
  readonly relationship: Relationship;
  readonly explanation?: string;
}

/** By a person; or, of what a calibration session ended with, by the process that follows it. */
export interface ApproveAuditor {
  readonly type: 'ApproveAuditor';
  readonly calibration?: { readonly session: CalibrationSessionId; readonly approvedBy: PersonId };
}

/** Recorded again with the same first day, it corrects the number. */
export interface SetCapacity {
  readonly type: 'SetCapacity';
  /** Audits in one cycle. */
  readonly audits: number;
  readonly from: IsoDate;
}

/** Recorded again with the same first day, it corrects the last day. */
export interface RecordAbsence {
  readonly type: 'RecordAbsence';
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface CancelAbsence {
  readonly type: 'CancelAbsence';
  /** Its first day. */
  readonly from: IsoDate;
}

export interface SetAgencyEndDate {
  readonly type: 'SetAgencyEndDate';
  /** The last day; null where there is no end. */
  readonly on: IsoDate | null;
}

/** Given again, it sets the last day anew. */
export interface GiveClearance {
  readonly type: 'GiveClearance';
  readonly clearance: Clearance;
  /** The last day. */
  readonly until: IsoDate;
}

export interface WithdrawClearance {
  readonly type: 'WithdrawClearance';
  readonly clearance: Clearance;
}

/** `on` is the last day; recorded on that day or afterwards. */
export interface Leave {
  readonly type: 'Leave';
  readonly on: IsoDate;
}
