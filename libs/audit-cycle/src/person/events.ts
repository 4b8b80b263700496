import type { EventOf } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { CalibrationSessionId, ChildId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { Role } from '../vocabulary/role.js';

/** A person, who is a pseudonym here; names live in a directory that can be corrected and erased. */
export type PersonEvent =
  /** Somebody began to work for the authority, or came back; whoever comes back has no role yet. */
  | EventOf<
      'PersonJoined',
      {
        /** First day. */
        on: IsoDate;
      }
    >
  /** What somebody may do was set anew. */
  | EventOf<
      'RolesGiven',
      {
        /** All roles from now on; none takes every role away. */
        roles: readonly Role[];
      }
    >
  /** Somebody belongs to a team. With a team and first day that are on record it corrects the last day. */
  | EventOf<
      'TeamMembershipRecorded',
      {
        team: TeamName;
        /** First day. */
        from: IsoDate;
        /** Last day; null while there is no end. */
        to: IsoDate | null;
      }
    >
  /** Somebody has a line manager. With a manager and first day that are on record it corrects the last day. */
  | EventOf<
      'LineManagerRecorded',
      {
        /** The line manager. */
        manager: PersonId;
        /** First day. */
        from: IsoDate;
        /** Last day; null while there is no end. */
        to: IsoDate | null;
      }
    >
  /** Something ties this person to a child, so that they can never judge work with that child. */
  | EventOf<
      'ConflictRegistered',
      { child: ChildId; relationship: Relationship },
      /** The tie in words. */
      'explanation'
    >
  /** Somebody was approved as an auditor: their audits are not moderated for want of that. */
  | EventOf<
      'AuditorApproved',
      {
        /** Who approved. */
        approvedBy: PersonId;
        /** The calibration that it rests on; null where it rests on none. */
        session: CalibrationSessionId | null;
      }
    >
  /** How much somebody can audit was set. With a first day that is on record it corrects the number. */
  | EventOf<
      'CapacitySet',
      {
        /** Audits that they can take in one cycle; 0 takes none. */
        audits: number;
        /** First day. */
        from: IsoDate;
      }
    >
  /** Somebody is away for a time. With a first day that is on record it corrects the last day. */
  | EventOf<
      'AbsenceRecorded',
      {
        /** First day. */
        from: IsoDate;
        /** Last day; null while nobody knows it. */
        to: IsoDate | null;
      }
    >
  /** Somebody is not away after all. */
  | EventOf<
      'AbsenceCancelled',
      {
        /** First day of the absence that is taken off the record. */
        from: IsoDate;
      }
    >
  /** It is known until when an agency lends somebody, or that this has no end any more. */
  | EventOf<
      'AgencyEndDateSet',
      {
        /** Last day; null where there is no end. */
        on: IsoDate | null;
      }
    >
  /** Somebody may see what a role alone does not open. Given again, it sets the last day anew. */
  | EventOf<
      'ClearanceGiven',
      {
        clearance: Clearance;
        /** Who gave it: never the same person. */
        by: PersonId;
        /** Last day. */
        until: IsoDate;
      }
    >
  /** A clearance ended before its last day. */
  | EventOf<
      'ClearanceWithdrawn',
      {
        clearance: Clearance;
        /** Who withdrew it. */
        by: PersonId;
      }
    >
  /** Somebody stopped working for the authority. Their roles and clearances end, and with them their teams and lines. */
  | EventOf<
      'PersonLeft',
      {
        /** Last day. */
        on: IsoDate;
      }
    >;

export type ConflictRegistered = Extract<PersonEvent, { type: 'ConflictRegistered' }>;

/** What tied a person to a child, so that they cannot judge the work with that child. */
export const RELATIONSHIPS = [
  'worker',
  'supervisor',
  'line-manager',
  'reviewing-officer',
  'conference-chair',
  'personal',
] as const;
/** What ties a person to a child. */
export type Relationship = (typeof RELATIONSHIPS)[number];

/** `equality`: figures by ethnicity, age and disability. */
export const CLEARANCES = ['equality'] as const;
/** What a role alone does not open. */
export type Clearance = (typeof CLEARANCES)[number];
